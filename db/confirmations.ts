import { and, eq, gt } from 'drizzle-orm'
import { readerActor } from '@/domain/actor'
import { letsPublish, waitsForTrust } from '@/domain/comments/trust'
import { LINK_LIMITS, linkExpiry, mailboxOf } from '@/domain/readers'
import { standing } from '@/domain/moderation/akismet'
import { askToCheck } from './akismet'
import { getMode } from './article-mode'
import { record } from './audit'
import type { Tx } from './client'
import { db, transact } from './client'
import { getCounted, moveTo } from './comment-counts'
import { put } from './outbox'
import * as readerSessions from './reader-sessions'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { confirmations, readers, subscriptions } from './schema/readers'
import { getAkismet } from './settings'
import { trustOf } from './trust'

type Asked = { email: string; commentId: number | null; addressHash: string | null }

/**
 * Mails a link to an address that somebody typed. false where that mailbox, or whoever asks, has had enough of them:
 * then nothing is sent.
 */
export async function ask(tx: Tx, asked: Asked, now: Date): Promise<boolean> {
  const counted = { ...asked, ...mailboxOf(asked.email) }
  for (const { of, most, withinMs } of LINK_LIMITS) {
    const value = counted[of]
    if (value === null) continue
    const since = gt(confirmations.createdAt, new Date(now.getTime() - withinMs))
    if ((await tx.$count(confirmations, and(eq(confirmations[of], value), since))) >= most) return false
  }
  const expiresAt = linkExpiry(now)
  const [stored] = await tx
    .insert(confirmations)
    .values({ ...counted, createdAt: now, expiresAt })
    .returning({ id: confirmations.id })
  if (!stored) throw new Error('The database stored no confirmation')
  const { id: confirmationId } = stored
  const kind = asked.commentId === null ? 'your-data' : 'confirm'
  await put(
    tx,
    { kind, payload: { confirmationId }, to: asked.email, uniqueKey: `${kind}:${confirmationId}`, expiresAt },
    now,
  )
  return true
}

/** What a mailed link is about. */
export type ConfirmationView = {
  email: string
  state: 'open' | 'used' | 'over'
  comment: { id: number; name: string; html: string; article: { slug: string | null; title: string } }
}

/** null where there is nothing to confirm: there never was such a link, or the comment is somebody else's by now. */
export async function get(id: number, now: Date): Promise<ConfirmationView | null> {
  const [row] = await db().select().from(confirmations).where(eq(confirmations.id, id))
  if (!row || row.commentId === null) return null
  const state = row.usedAt ? 'used' : row.expiresAt <= now ? 'over' : 'open'
  const [comment] = await db()
    .select({
      id: comments.id,
      email: comments.email,
      name: comments.name,
      html: comments.html,
      article: { slug: articles.slug, title: revisions.title },
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(comments.id, row.commentId))
  return comment?.email === row.email ? { email: row.email, state, comment } : null
}

export type Confirmed =
  /** `session`: for the cookie of the browser that confirmed. `place`: where readers find the comment, if they do. */
  | { kind: 'done'; session: string; place: { id: number; slug: string } | null }
  | { kind: 'refused'; reason: 'gone' }

/** The mailbox was opened for this comment: its author is known from now on, and it is published where only that was missing. */
export function confirm(id: number, now: Date): Promise<Confirmed> {
  return transact(async (tx) => {
    const [asked] = await tx.select().from(confirmations).where(eq(confirmations.id, id))
    if (!asked || asked.usedAt || asked.expiresAt <= now || asked.commentId === null) return gone
    const { email, commentId } = asked
    const [comment] = await tx
      .select({ email: comments.email, reasons: comments.reasons, decidedAt: comments.decidedAt })
      .from(comments)
      .where(eq(comments.id, commentId))
    if (comment?.email !== email) return gone
    await tx.update(confirmations).set({ usedAt: now }).where(eq(confirmations.id, id))
    const readerId = await know(tx, email, now)
    await tx.update(comments).set({ readerId }).where(eq(comments.id, commentId))
    await tx.update(subscriptions).set({ readerId }).where(eq(subscriptions.commentId, commentId))
    if (comment.decidedAt === null && waitsForTrust(comment.reasons))
      await release(tx, commentId, readerId, now)
    return {
      kind: 'done',
      session: await readerSessions.open(tx, readerId, now),
      place: await placeOf(tx, commentId),
    }
  })
}

const gone = { kind: 'refused', reason: 'gone' } as const

async function know(tx: Tx, email: string, now: Date): Promise<number> {
  const [reader] = await tx
    .insert(readers)
    .values({ email, confirmedAt: now })
    .onConflictDoUpdate({ target: readers.email, set: { confirmedAt: now } })
    .returning({ id: readers.id })
  if (!reader) throw new Error('The database stored no reader')
  return reader.id
}

/** By the mode of now: an editor may have chosen another since the comment was held. */
async function release(tx: Tx, commentId: number, readerId: number, now: Date): Promise<void> {
  const comment = await getCounted(commentId, tx)
  if (comment?.state !== 'held') return
  const mode = await getMode(comment.articleId, tx)
  const trust = await trustOf(tx, readerId)
  if (!letsPublish(mode, trust)) return
  if (trust !== 'known' && (await getAkismet())) {
    await tx
      .update(comments)
      .set({ reasons: [standing('waiting')] })
      .where(eq(comments.id, commentId))
    return askToCheck(tx, commentId, now)
  }
  await moveTo(tx, comment, 'published')
  await record(tx, readerActor(null), now, {
    verb: 'comment.confirm',
    subject: `comment:${commentId}`,
    before: comment.state,
    after: 'published',
  })
}

async function placeOf(tx: Tx, id: number): Promise<{ id: number; slug: string } | null> {
  const [row] = await tx
    .select({ state: comments.state, slug: articles.slug })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id))
  return row?.state === 'published' && row.slug !== null ? { id, slug: row.slug } : null
}
