import layout from './layout.module.css'
import styles from './pager.module.css'

type Props = {
  /** The address of the list, without a query. */
  path: string
  isFirst: boolean
  /** The cursor of the page before; null where that is the first. */
  previous: string | null
  next: string | null
  /** What the older and the newest are, in the plural. */
  noun: string
}

export function Pager({ path, isFirst, previous, next, noun }: Props) {
  if (isFirst && !next) return null
  const address = (cursor: string | null) => (cursor ? `${path}?after=${encodeURIComponent(cursor)}` : path)
  return (
    <nav className={`${layout.grid} ${styles.pager}`} aria-label="Pages">
      {!isFirst && (
        <a className={styles.previous} href={address(previous)} rel="prev">
          <span aria-hidden="true">← </span>Newer {noun}
        </a>
      )}
      {next && (
        <a className={styles.next} href={address(next)} rel="next">
          Older {noun}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
