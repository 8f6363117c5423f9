import type { PublishResult } from '@/db/publishing'
import { GATE_NAMES } from '@/domain/score/gate'
import type { Block } from '@/domain/score/reading'
import type { Problem } from './listing'
import styles from './score.module.css'
import { Words } from './words'

export type Stopped = Extract<PublishResult, { reason: 'gate' }>

const NAMED = 6

type Props = {
  stopped: Stopped
  /** What the page knows of them by now; those that are mended are gone from it. */
  problems: readonly Problem[]
  blocks: Block[]
  onShow: (problem: Problem) => void
}

/** Why it was not published: each problem with its place, what was kept, and how to go on. */
export function StoppedNotice({ stopped, problems, blocks, onShow }: Props) {
  const left = problems.filter(({ tone, waiver }) => tone === 'stops' && waiver === null)
  const shown = left.slice(0, NAMED)
  const count = left.length
  if (count === 0) return <p>Nothing stops it any more. Your draft is kept; publish it when you like.</p>
  return (
    <div className={styles.stopped}>
      <p>
        Not published: {count === 1 ? 'one problem stops' : `${count} problems stop`} it. Your draft is saved,
        and readers see nothing of it. Mend {count === 1 ? 'it' : 'them'}
        {stopped.mayWaive
          ? ', or waive what is right as it stands with a reason; then publish again.'
          : '; or ask somebody who may waive what is right as it stands.'}
      </p>
      <ul>
        {shown.map((problem) => (
          <li key={problem.id}>
            <button type="button" className={styles.place} onClick={() => onShow(problem)}>
              <Words problem={problem} blocks={blocks} />
            </button>
            <p className={styles.mend}>
              {problem.group && `${GATE_NAMES[problem.group]}. `}
              {problem.why}
            </p>
          </li>
        ))}
      </ul>
      {count > NAMED && (
        <p className={styles.mend}>And {count - NAMED} more. F8 goes from one to the next.</p>
      )}
    </div>
  )
}
