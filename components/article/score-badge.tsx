import { Meter } from '@/components/score/meter'
import { scorePath } from '@/domain/articles'
import styles from './score-badge.module.css'

/** The score of what is read here, and the way to how it came about. */
export function ScoreBadge({ slug, total }: { slug: string; total: number }) {
  return (
    <p className={styles.badge}>
      <a href={scorePath(slug)} title="How this score came about">
        <Meter points={total} />
        <span>
          <strong>{total}</strong> / 100
        </span>
      </a>
    </p>
  )
}
