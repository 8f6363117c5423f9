'use client'

import type { Answer } from '@/components/dashboard/desk/answer'
import { UndoButton } from '@/components/dashboard/desk/undo-button'
import { useRefreshing } from '@/components/dashboard/desk/use-refreshing'
import type { Batch } from '@/db/batches'
import { formatNearTime } from '@/domain/dates'
import { batchInWords } from '@/domain/discussion/batch-words'
import styles from './batch.module.css'

type Undo = (batchId: number) => Promise<Answer>
type Props = { batches: Batch[]; timeZone: string; now: Date; undo: Undo }

/** The last orders, each with the button that takes it back. */
export function BatchList({ batches, timeZone, now, undo }: Props) {
  useRefreshing(batches.some(({ state }) => state === 'running' || state === 'undoing'))
  if (batches.length === 0) return <p>Nothing was done to many articles at once yet.</p>
  return (
    <ol className={styles.done} aria-label="What was done">
      {batches.map((batch) => (
        <li key={batch.id}>
          <p>{batchInWords(batch)}</p>
          <p className={styles.by}>
            {batch.actor}, {formatNearTime(batch.orderedAt, now, timeZone)}
            {batch.reason && `. Reason: ${batch.reason}`}
            {batch.undoneAt &&
              `. Taken back by ${batch.undoneBy}, ${formatNearTime(batch.undoneAt, now, timeZone)}`}
          </p>
          {batch.undoneAt === null && batch.changed > 0 && <UndoButton undo={() => undo(batch.id)} />}
        </li>
      ))}
    </ol>
  )
}
