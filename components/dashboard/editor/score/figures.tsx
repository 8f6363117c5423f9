import { Progress } from '@mantine/core'
import type { Judged } from '@/db/judging'
import { PARTS } from '@/domain/score/check'
import { PART_NAMES } from '@/domain/score/words'
import styles from './score.module.css'

/** The total and the three parts that it is made of. */
export function Figures({ judged, isPending }: { judged: Judged; isPending: boolean }) {
  return (
    <div className={styles.figures} data-pending={isPending || undefined}>
      <p className={styles.total}>
        <span>{judged.total}</span> / 100
      </p>
      <dl className={styles.parts}>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{PART_NAMES[part]}</dt>
            <dd>{judged[part] ?? 'not scored'}</dd>
            <Progress value={judged[part] ?? 0} size={3} aria-hidden transitionDuration={200} />
          </div>
        ))}
      </dl>
    </div>
  )
}
