import Link from 'next/link'
import type { Near } from '@/db/comment-file'
import styles from './file.module.css'
import { IS_NOW } from './words'

const LONG = 600

/** Comments beside the one that is looked at, as they were typed. */
export function Nearby({ label, comments }: { label: string; comments: Near[] }) {
  if (comments.length === 0) return null
  return (
    <ol className={styles.nearby} aria-label={label}>
      {comments.map(({ id, name, isStaff, state, source }) => (
        <li key={id}>
          <p className={styles.by}>
            <Link href={`/dashboard/discussion/comments/${id}`} dir="auto" prefetch={false}>
              {name}
            </Link>
            {isStaff && ', staff'}
            {state !== 'published' && `, ${IS_NOW[state].replace('is ', '')}`}
          </p>
          <p className={styles.text} dir="auto">
            {source.length > LONG ? `${source.slice(0, LONG).trimEnd()} …` : source}
          </p>
        </li>
      ))}
    </ol>
  )
}
