import type { Route } from 'next'
import Link from 'next/link'
import styles from './pager.module.css'

type Props = {
  /** The first page; null on it. */
  first: Route | null
  /** Left out where one cannot go back page by page. */
  previous?: Route | null
  next: Route | null
}

export function Pager({ first, previous = null, next }: Props) {
  if (!first && !next) return null
  return (
    <nav className={styles.pager} aria-label="Pages">
      {first && (
        <Link href={first} rel="first">
          <span aria-hidden="true">← </span>First page
        </Link>
      )}
      {previous && (
        <Link href={previous} rel="prev">
          Previous page
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" className={styles.next}>
          Next page<span aria-hidden="true"> →</span>
        </Link>
      )}
    </nav>
  )
}
