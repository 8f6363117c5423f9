import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { tellAt } from '@/domain/readers'
import type { Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { put } from './outbox'
import { comments } from './schema/comments'
import { notices, readers, subscriptions } from './schema/readers'

type Reply = { id: number; parentId: number | null; readerId: number | null; createdAt: Date }

/** In the transaction that publishes a reply: who is to be told of it. Published twice, it is told once. */
export async function noteReply(tx: Tx, { id, parentId, readerId, createdAt }: Reply): Promise<void> {
  if (parentId === null) return
  const [follower] = await tx
    .select({ id: readers.id, email: readers.email, toldAt: readers.toldAt })
    .from(subscriptions)
    .innerJoin(readers, eq(readers.id, subscriptions.readerId))
    .where(eq(subscriptions.commentId, parentId))
  if (!follower || follower.id === readerId) return
  await tx.insert(notices).values({ readerId: follower.id, commentId: id }).onConflictDoNothing()
  // one that was put aside before it was told waits still
  const [untold] = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.readerId, follower.id), eq(notices.commentId, id), isNull(notices.toldAt)))
  if (untold) await askToTell(tx, follower.id, tellAt(createdAt, follower.toldAt))
}

const askToTell = (tx: Tx, readerId: number, dueAt: Date) =>
  enqueue(tx, 'tell-replies', { readerId }, { dueAt, uniqueKey: `tell-replies:${readerId}` })

// what one message names; the rest is counted
const NAMED = 10
const AT_ONCE = 1_000

/** One message about what waits to be told, of comments that are still followed; a flood goes on an hour later. */
export function tellReplies(readerId: number, now: Date): Promise<void> {
  return transact(async (tx) => {
    const [reader] = await tx.select().from(readers).where(eq(readers.id, readerId))
    const waiting = await tx
      .select({ id: notices.id, commentId: notices.commentId })
      .from(notices)
      .innerJoin(comments, eq(comments.id, notices.commentId))
      .innerJoin(
        subscriptions,
        and(eq(subscriptions.commentId, comments.parentId), eq(subscriptions.readerId, readerId)),
      )
      .where(and(eq(notices.readerId, readerId), isNull(notices.toldAt), eq(comments.state, 'published')))
      .orderBy(asc(notices.id))
      .limit(AT_ONCE)
    const [first] = waiting
    if (!reader || !first) return
    const payload = {
      readerId,
      commentIds: waiting.slice(0, NAMED).map(({ commentId }) => commentId),
      count: waiting.length,
    }
    await put(
      tx,
      { kind: 'replies', payload, to: reader.email, uniqueKey: `replies:${readerId}:${first.id}` },
      now,
    )
    const ids = waiting.map(({ id }) => id)
    await tx.update(notices).set({ toldAt: now }).where(inArray(notices.id, ids))
    await tx.update(readers).set({ toldAt: now }).where(eq(readers.id, readerId))
    if (waiting.length === AT_ONCE) await askToTell(tx, readerId, tellAt(now, now))
  })
}

const TOLD_KEPT_MS = 30 * 86_400_000
const A_STEP = 5_000

/** Forgets in short transactions what was told long ago: nobody publishes the reply a second time any more. */
export async function pruneNotices(now: Date): Promise<void> {
  const isOld = lt(notices.toldAt, new Date(now.getTime() - TOLD_KEPT_MS))
  for (let found = A_STEP; found === A_STEP;) {
    const old = await db().select({ id: notices.id }).from(notices).where(isOld).limit(A_STEP)
    found = old.length
    const ids = old.map(({ id }) => id)
    if (found > 0) await transact((tx) => tx.delete(notices).where(inArray(notices.id, ids)))
  }
}
