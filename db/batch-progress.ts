import { and, asc, eq, gt } from 'drizzle-orm'
import type { Tx } from './client'
import { audit, batches } from './schema/journal'

type Batch = Pick<typeof batches.$inferSelect, 'id' | 'cursor' | 'state' | 'changed' | 'restored'>

/** How far a step came, and how many it changed or restored. */
export type Progress = { cursor: number; count: number; isLast: boolean }

/** What an order has changed, as the journal says it, from the cursor on. */
export const listDone = (tx: Tx, batch: Batch, limit: number) =>
  tx
    .select({ id: audit.id, at: audit.at, subject: audit.subject, before: audit.before })
    .from(audit)
    .where(and(eq(audit.batchId, batch.id), gt(audit.id, batch.cursor)))
    .orderBy(asc(audit.id))
    .limit(limit)

/** Notes how far a batch has come, in the transaction of the step. */
export async function advance(tx: Tx, batch: Batch, { cursor, count, isLast }: Progress): Promise<void> {
  const { id, state, changed, restored } = batch
  const next =
    state === 'running'
      ? { changed: changed + count, state: isLast ? ('done' as const) : state }
      : { restored: restored + count, state: isLast ? ('undone' as const) : state }
  await tx
    .update(batches)
    .set({ cursor, ...next })
    .where(eq(batches.id, id))
}
