'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Batch } from '@/db/batches'
import { formatNearTime } from '@/domain/dates'
import { batchInWords } from '@/domain/discussion/batch-words'
import { UndoButton } from '@/components/dashboard/undo-button'
import type { BatchAnswer } from './batch-order'
import styles from './batch.module.css'

const LOOK_AGAIN_MS = 2_000

type Undo = (batchId: number) => Promise<BatchAnswer>
type Props = { batches: Batch[]; timeZone: string; now: Date; undo: Undo }

/** The last orders, each with the button that takes it back. */
export function BatchList({ batches, timeZone, now, undo }: Props) {
  const router = useRouter()
  const isAtWork = batches.some(({ state }) => state === 'running' || state === 'undoing')
  useEffect(() => {
    if (!isAtWork) return
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isAtWork, router])
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
