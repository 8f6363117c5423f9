import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { ReaderActor } from '@/domain/actor'
import { APPEAL_WINDOW_MS, APPEALS_PER_WINDOW } from '@/domain/comments/appeals'
import type { CommentState } from '@/domain/comments/states'
import { record } from './audit'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { getCounted, moveTo } from './comment-counts'
import { ask } from './confirmations'
import * as reports from './reports'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { appeals, confirmations, subscriptions } from './schema/readers'
import { hashOf } from './tokens'

// what the author of a comment does by its secret address

export const getOwn = async (from: Db, token: string) =>
  (
    await from
      .select()
      .from(comments)
      .where(eq(comments.secretHash, hashOf(token)))
  )[0] ?? null

const GONE = { kind: 'refused', reason: 'gone' } as const
type Gone = typeof GONE

/** Takes a comment back: readers see it no longer, where it has replies a tombstone stands. Done twice, done once. */
export function withdraw(actor: ReaderActor, token: string, now: Date): Promise<{ kind: 'done' } | Gone> {
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    const counted = own && (await getCounted(own.id, tx))
    if (!counted) return GONE
    if (own.withdrawnAt) return { kind: 'done' }
    if (counted.state !== 'removed') await moveTo(tx, counted, 'removed')
    await tx.update(comments).set({ withdrawnAt: now }).where(eq(comments.id, own.id))
    await tx.delete(subscriptions).where(eq(subscriptions.commentId, own.id))
    // nobody has to look at it any more
    await reports.settle(tx, own.id)
    await record(tx, actor, now, {
      verb: 'comment.withdraw',
      subject: `comment:${own.id}`,
      before: own.state,
      after: 'removed',
    })
    return { kind: 'done' }
  })
}

export type Appealed =
  { kind: 'done' } | Gone | { kind: 'refused'; reason: 'not-needed' | 'too-fast' | 'said-before' }

/** Says once, to the moderators, why a comment that was put aside should be published. */
export function appeal(actor: ReaderActor, token: string, text: string, now: Date): Promise<Appealed> {
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    if (!own) return GONE
    if (own.state === 'published' || own.withdrawnAt) return { kind: 'refused', reason: 'not-needed' }
    const [before] = await tx
      .select({ text: appeals.text })
      .from(appeals)
      .where(eq(appeals.commentId, own.id))
    if (before) return before.text === text ? { kind: 'done' } : { kind: 'refused', reason: 'said-before' }
    const { addressHash } = actor
    const since = gt(appeals.createdAt, new Date(now.getTime() - APPEAL_WINDOW_MS))
    if (
      addressHash !== null &&
      (await tx.$count(appeals, and(eq(appeals.addressHash, addressHash), since))) >= APPEALS_PER_WINDOW
    )
      return { kind: 'refused', reason: 'too-fast' }
    await tx.insert(appeals).values({ commentId: own.id, text, addressHash, createdAt: now })
    return { kind: 'done' }
  })
}

/** Asked of a comment that has its address confirmed, following begins; else a link is mailed first. */
export function follow(
  actor: ReaderActor,
  token: string,
  now: Date,
): Promise<{ kind: 'done' } | Gone | { kind: 'refused'; reason: 'too-many' }> {
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    if (!own || own.withdrawnAt) return GONE
    await subscribe(tx, own.id, own.readerId, now)
    if (own.readerId !== null) return { kind: 'done' }
    const asked = { email: own.email, commentId: own.id, addressHash: actor.addressHash }
    return (await ask(tx, asked, now)) ? { kind: 'done' } : { kind: 'refused', reason: 'too-many' }
  })
}

/** Mails the link once more that shows whose address it is. */
export function mailLink(actor: ReaderActor, token: string, now: Date): Promise<{ kind: 'done' } | Gone> {
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    if (!own || own.withdrawnAt || own.readerId !== null) return GONE
    await ask(tx, { email: own.email, commentId: own.id, addressHash: actor.addressHash }, now)
    return { kind: 'done' }
  })
}

export const subscribe = async (tx: Tx, commentId: number, readerId: number | null, now: Date) => {
  await tx.insert(subscriptions).values({ commentId, readerId, createdAt: now }).onConflictDoNothing()
}

export function unfollow(token: string): Promise<{ kind: 'done' } | Gone> {
  return transact(async (tx) => {
    const own = await getOwn(tx, token)
    if (!own) return GONE
    await tx.delete(subscriptions).where(eq(subscriptions.commentId, own.id))
    return { kind: 'done' }
  })
}

/** What an author has asked for, as the author's page says it. */
export type Asked = {
  /** `mailed`: a link waits in the mailbox. */
  address: 'typed' | 'mailed' | 'confirmed'
  follows: boolean
  appeal: string | null
}

export async function getAsked(commentId: number, readerId: number | null, now: Date): Promise<Asked> {
  const [link] = await db()
    .select({ expiresAt: confirmations.expiresAt })
    .from(confirmations)
    .where(eq(confirmations.commentId, commentId))
    .orderBy(desc(confirmations.id))
    .limit(1)
  const [said] = await db()
    .select({ text: appeals.text })
    .from(appeals)
    .where(eq(appeals.commentId, commentId))
  const follows = await db().$count(subscriptions, eq(subscriptions.commentId, commentId))
  const isMailed = link !== undefined && link.expiresAt > now
  return {
    address: readerId !== null ? 'confirmed' : isMailed ? 'mailed' : 'typed',
    follows: follows > 0,
    appeal: said?.text ?? null,
  }
}

/** One of the comments that were written in this browser. */
export type WrittenHere = {
  token: string
  state: CommentState
  decidedAt: Date | null
  withdrawnAt: Date | null
  createdAt: Date
  source: string
  title: string
}

/** The newest first. */
export async function listByTokens(tokens: string[]): Promise<WrittenHere[]> {
  const byHash = new Map(tokens.map((token) => [hashOf(token), token]))
  const rows = await db()
    .select({
      secretHash: comments.secretHash,
      state: comments.state,
      decidedAt: comments.decidedAt,
      withdrawnAt: comments.withdrawnAt,
      createdAt: comments.createdAt,
      source: comments.source,
      title: revisions.title,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(inArray(comments.secretHash, [...byHash.keys()]))
    .orderBy(desc(comments.id))
  return rows.flatMap(({ secretHash, ...row }) => {
    const token = byHash.get(secretHash ?? '')
    return token ? [{ ...row, token }] : []
  })
}
