import layout from './layout.module.css'
import styles from './pager.module.css'

type Props = {
  /** The address of the list, without a query. */
  path: string
  /** The cursor that this page begins after; null on the first. */
  after: string | null
  next: string | null
  /** What the older and the newest are, in the plural. */
  noun: string
}

export function Pager({ path, after, next, noun }: Props) {
  if (!after && !next) return null
  return (
    <nav className={`${layout.grid} ${styles.pager}`} aria-label="Pages">
      {after && (
        <a className={styles.first} href={path} rel="first">
          <span aria-hidden="true">← </span>Newest {noun}
        </a>
      )}
      {next && (
        <a className={styles.next} href={`${path}?after=${encodeURIComponent(next)}`} rel="next">
          Older {noun}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
