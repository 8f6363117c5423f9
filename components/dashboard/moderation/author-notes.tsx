import type { QueueItem } from '@/db/queue'
import styles from '@/components/dashboard/queue/queue.module.css'

type Props = { item: Pick<QueueItem, 'appeal' | 'earlier' | 'isWithdrawn'> }

/** What the author of a comment did beside writing it. */
export function AuthorNotes({ item: { appeal, earlier, isWithdrawn } }: Props) {
  return (
    <>
      {isWithdrawn && <p className={styles.reasons}>Its author took it back, so nobody can publish it.</p>}
      {appeal !== null && (
        <blockquote className={styles.parent}>
          <b>The author appeals:</b> <span dir="auto">{appeal}</span>
        </blockquote>
      )}
      {earlier.length > 0 && (
        <details className={styles.reports}>
          <summary>
            {earlier.length === 1
              ? 'Changed once by its author'
              : `Changed ${earlier.length} times by its author`}
          </summary>
          <ul>
            {earlier.map((source, index) => (
              <li key={index}>
                <q dir="auto">{source}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
