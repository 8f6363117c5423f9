import { eq } from 'drizzle-orm'
import type { CommentOrder } from '@/domain/comments/bulk'
import { COMMENT_STATES } from '@/domain/comments/states'
import { listDone, type Progress } from './batch-progress'
import type { Tx } from './client'
import { getCounted } from './comment-counts'
import { apply, idIn } from './moderation'
import { comments } from './schema/comments'
import type { batches } from './schema/journal'

/** An order about comments. */
export type CommentBatch = Omit<typeof batches.$inferSelect, 'order'> & { order: CommentOrder }

// visitors comment between two steps
const COMMENTS_A_STEP = 200

/** The next step of carrying an order out or of undoing it. */
export const commentSteps = (tx: Tx, batch: CommentBatch, now: Date) => ({
  running: () => change(tx, batch, now),
  undoing: () => restore(tx, batch, now),
})

async function change(tx: Tx, batch: CommentBatch, now: Date): Promise<Progress> {
  const { from, to, ids, readAt = Infinity } = batch.order
  const by = { accountId: batch.accountId, actor: batch.actor, batchId: batch.id }
  const end = batch.cursor + COMMENTS_A_STEP
  let changed = 0
  for (const id of ids.slice(batch.cursor, end)) {
    const comment = await getCounted(id, tx)
    // what somebody decided meanwhile stays, and what its author took back
    if (comment?.state !== from || comment.withdrawnAt) continue
    if (comment.editedAt && comment.editedAt.getTime() > readAt) continue
    await apply(tx, by, comment, { verb: 'comment.decide', state: to }, now)
    changed++
  }
  return { cursor: end, count: changed, isLast: end >= ids.length }
}

async function restore(tx: Tx, batch: CommentBatch, now: Date): Promise<Progress> {
  const by = { accountId: null, actor: batch.undoneBy ?? batch.actor }
  const done = await listDone(tx, batch, COMMENTS_A_STEP)
  let restored = 0
  for (const { at, subject, before } of done) {
    const id = idIn(subject)
    const state = COMMENT_STATES.find((each) => each === before)
    const comment = await getCounted(id, tx)
    // what somebody decided since stays, also where it is the same
    if (
      !comment ||
      comment.withdrawnAt ||
      !state ||
      comment.state !== batch.order.to ||
      !(await isDecidedAt(tx, id, at))
    )
      continue
    await apply(tx, by, comment, { verb: 'comment.undo', state }, now)
    restored++
  }
  return { cursor: done.at(-1)?.id ?? batch.cursor, count: restored, isLast: done.length < COMMENTS_A_STEP }
}

async function isDecidedAt(tx: Tx, id: number, at: Date): Promise<boolean> {
  const [row] = await tx.select({ at: comments.decidedAt }).from(comments).where(eq(comments.id, id))
  return row?.at?.getTime() === at.getTime()
}
