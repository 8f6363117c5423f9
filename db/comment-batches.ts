import { desc, eq, inArray } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { type CommentOrder, ORDERED_AT_ONCE } from '@/domain/comments/bulk'
import type { QueueFilter } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { handOf, record } from './audit'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { type Changed, getChanged, idIn } from './moderation'
import { walk, type WalkKey } from './queue-walk'
import { comments } from './schema/comments'
import { audit, batches } from './schema/journal'

type Refused<R extends string> = { kind: 'refused'; reason: R }
const FORBIDDEN: Refused<'forbidden'> = { kind: 'refused', reason: 'forbidden' }

/** The comments that a filter means at an instant, as many as one order may be about; what was written since is none of them. */
export async function listMatching(
  actor: Actor,
  filter: QueueFilter,
  at: Date,
): Promise<{ ids: number[]; isMore: boolean }> {
  if (!actorMay(actor, 'moderate')) return { ids: [], isMore: false }
  const from: WalkKey = [at, Number.MAX_SAFE_INTEGER]
  const { found, goOn } = await walk(filter, { order: 'newest', from, limit: ORDERED_AT_ONCE + 1 }, at)
  const ids = found
    .slice(0, ORDERED_AT_ONCE)
    // words and reports are walked by id
    .filter(({ createdAt }) => createdAt <= at)
    .map(({ id }) => id)
  return { ids, isMore: goOn !== null || found.length > ORDERED_AT_ONCE }
}

/** Orders many comments to be given one state; `batch-steps.ts` carries it out, a few at a time. */
export function order(
  actor: Actor,
  wanted: Omit<CommentOrder, 'act'>,
  now: Date,
): Promise<{ kind: 'done'; id: number } | Refused<'forbidden'>> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'moderate')) return FORBIDDEN
    const [batch] = await tx
      .insert(batches)
      .values({
        ...handOf(actor),
        about: 'comments',
        order: { ...wanted, act: 'decide' },
        state: 'running',
        orderedAt: now,
      })
      .returning({ id: batches.id })
    if (!batch) throw new Error('The order was not stored')
    const { id } = batch
    const { ids, ...rest } = wanted
    await record(tx, actor, now, {
      verb: 'batch.order',
      subject: `batch:${id}`,
      after: { ...rest, comments: ids.length },
    })
    await enqueue(tx, 'run-batch', { batchId: id }, { dueAt: now, uniqueKey: `batch:${id}` })
    return { kind: 'done', id }
  })
}

/** Takes an order back: each comment that is still as the order left it gets the state it had before. */
export function undo(
  actor: Actor,
  id: number,
  now: Date,
): Promise<{ kind: 'done' } | { kind: 'missing' } | Refused<'forbidden' | 'undone'>> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'moderate')) return FORBIDDEN
    const [batch] = await tx.select().from(batches).where(eq(batches.id, id))
    if (batch?.about !== 'comments') return { kind: 'missing' }
    if (batch.state === 'undoing' || batch.state === 'undone') return { kind: 'refused', reason: 'undone' }
    const { actor: undoneBy } = handOf(actor)
    await tx
      .update(batches)
      .set({ state: 'undoing', cursor: 0, undoneBy, undoneAt: now })
      .where(eq(batches.id, id))
    await record(tx, actor, now, { verb: 'batch.undo', subject: `batch:${id}`, before: batch.state })
    await enqueue(tx, 'run-batch', { batchId: id }, { dueAt: now, uniqueKey: `batch:${id}` })
    return { kind: 'done' }
  })
}

const viewColumns = {
  id: batches.id,
  actor: batches.actor,
  order: batches.order,
  state: batches.state,
  changed: batches.changed,
  restored: batches.restored,
  orderedAt: batches.orderedAt,
  undoneBy: batches.undoneBy,
  undoneAt: batches.undoneAt,
}

export type CommentBatchView = Omit<Pick<typeof batches.$inferSelect, keyof typeof viewColumns>, 'order'> & {
  from: CommentState
  to: CommentState
  ordered: number
}

/** The last orders about comments, the newest first. */
export async function listBatches(actor: Actor, limit = 20): Promise<CommentBatchView[]> {
  if (!actorMay(actor, 'moderate')) return []
  const rows = await db()
    .select(viewColumns)
    .from(batches)
    .where(eq(batches.about, 'comments'))
    .orderBy(desc(batches.id))
    .limit(limit)
  return rows.flatMap(({ order, ...batch }) =>
    order.act === 'decide' ? [{ ...batch, from: order.from, to: order.to, ordered: order.ids.length }] : [],
  )
}

export type Outcome = { done: number[]; changed: ({ id: number } & Changed)[] }

/** What became of the comments of a small order: those it changed, and those that somebody had decided about first. */
export async function outcomeOf(batchId: number, ids: number[]): Promise<Outcome> {
  const rows = await db().select({ subject: audit.subject }).from(audit).where(eq(audit.batchId, batchId))
  const done = rows.map(({ subject }) => idIn(subject))
  return { done, changed: await listChanged(ids.filter((id) => !done.includes(id))) }
}

/** What comments are now, and by whose decision. */
export async function listChanged(ids: number[]): Promise<({ id: number } & Changed)[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select({ id: comments.id, state: comments.state })
    .from(comments)
    .where(inArray(comments.id, ids))
  return Promise.all(rows.map(async (row) => ({ id: row.id, ...(await getChanged(db(), row)) })))
}
