import { eq } from 'drizzle-orm'
import { advance } from './batch-progress'
import { transact } from './client'
import { commentSteps } from './comment-batch-steps'
import { discussionSteps } from './discussion-batch-steps'
import { batches } from './schema/journal'

/** Carries an order out, or its undoing, for the next it concerns. Returns whether any are left. */
export function step(batchId: number, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId))
    if (batch?.state !== 'running' && batch?.state !== 'undoing') return false
    const { order, state } = batch
    const steps =
      order.act === 'decide'
        ? commentSteps(tx, { ...batch, order }, now)
        : discussionSteps(tx, { ...batch, order }, now)
    const progress = await steps[state]()
    await advance(tx, batch, progress)
    return !progress.isLast
  })
}

/** Carries it out to its end. */
export async function run(batchId: number, clock: () => Date): Promise<void> {
  while (await step(batchId, clock())) await new Promise(setImmediate)
}
