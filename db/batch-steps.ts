import { eq } from 'drizzle-orm'
import { isModeAct } from '@/domain/discussion/batch-acts'
import { advance } from './batch-progress'
import { transact, type Tx } from './client'
import { commentSteps } from './comment-batch-steps'
import { discussionSteps } from './discussion-batch-steps'
import { modeSteps } from './mode-batch-steps'
import { batches } from './schema/journal'

/** Carries an order out, or its undoing, for the next it concerns. Returns whether any are left. */
export function step(batchId: number, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId))
    if (batch?.state !== 'running' && batch?.state !== 'undoing') return false
    const { state } = batch
    const progress = await stepsOf(tx, batch, now)[state]()
    await advance(tx, batch, progress)
    return !progress.isLast
  })
}

function stepsOf(tx: Tx, batch: typeof batches.$inferSelect, now: Date) {
  const { order } = batch
  if (order.act === 'decide') return commentSteps(tx, { ...batch, order }, now)
  const { act } = order
  return isModeAct(act)
    ? modeSteps(tx, { ...batch, order: { ...order, act } }, now)
    : discussionSteps(tx, { ...batch, order: { ...order, act } }, now)
}

/** Carries it out to its end. */
export async function run(batchId: number, clock: () => Date): Promise<void> {
  while (await step(batchId, clock())) await new Promise(setImmediate)
}
