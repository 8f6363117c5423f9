import type { Problems } from './use-problems'
import type { Scoring } from './use-score'
import styles from './chip.module.css'

type Props = { panelId: string; scoring: Scoring; problems: Problems }

/** The score in a word, wherever the page is scrolled to; it leads to the panel. */
export function ScoreChip({ panelId, scoring: { judged }, problems: { list } }: Props) {
  if (!judged) return null
  const isStopped = list.some(({ tone }) => tone === 'stops')
  const go = () => {
    const panel = document.getElementById(panelId)
    panel?.scrollIntoView({ block: 'nearest' })
    panel?.focus({ preventScroll: true })
  }
  return (
    <button type="button" className={styles.chip} data-tone={isStopped ? 'stops' : undefined} onClick={go}>
      <strong>{judged.total}</strong>
      <span>
        {list.length === 0 ? 'no problems' : list.length === 1 ? '1 problem' : `${list.length} problems`}
      </span>
    </button>
  )
}
