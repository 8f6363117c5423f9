import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { tellAt } from '@/domain/readers'
import type { Tx } from './client'
import { transact } from './client'
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
  if (untold)
    await enqueue(
      tx,
      'tell-replies',
      { readerId: follower.id },
      { dueAt: tellAt(createdAt, follower.toldAt), uniqueKey: `tell-replies:${follower.id}` },
    )
}

// what one message names; the rest is counted
const NAMED = 10
const AT_ONCE = 1_000

/** One message about all that waits to be told, of comments that are still followed. */
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
  })
}
