import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Actor, HashEmail } from '@/domain/actor'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'
import { record } from './audit'
import { authorNotesOf } from './author-notes'
import type { Tx } from './client'
import { db, transact } from './client'
import { getCounted, moveTo } from './comment-counts'
import { hideBan } from './bans'
import { ask } from './confirmations'
import { newerThan } from './keyset'
import { askToLearn } from './learning'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { mails } from './schema/mail'
import {
  appeals,
  commentVersions,
  confirmations,
  notices,
  readers,
  readerSessions,
  subscriptions,
} from './schema/readers'
import { reports } from './schema/rules'
import { ERASED, touches } from './touches'

// everything that is kept of a person who wrote under an address, to be taken along or erased

/** Mails a link to an address that was typed; whoever typed it learns nothing of what is known. */
export async function requestLink(
  { email, addressHash }: { email: string; addressHash: string | null },
  now: Date,
): Promise<void> {
  await transact(async (tx) => {
    await ask(tx, { email, commentId: null, addressHash }, now)
  })
}

/** The address behind a mailed link; null once it is over. It may be used more than once while it is good. */
export async function getAddress(confirmationId: number, now: Date): Promise<string | null> {
  const [asked] = await db()
    .select({ email: confirmations.email })
    .from(confirmations)
    .where(
      and(
        eq(confirmations.id, confirmationId),
        isNull(confirmations.commentId),
        isNull(confirmations.usedAt),
        gt(confirmations.expiresAt, now),
      ),
    )
  return asked?.email ?? null
}

export type Kept = { comments: number; confirmedAt: Date | null; browsers: number; followed: number }

/** How much is kept of an address. */
export async function summarise(email: string): Promise<Kept> {
  const [reader] = await db().select().from(readers).where(eq(readers.email, email))
  const ofReader = reader?.id ?? 0
  return {
    comments: await db().$count(comments, eq(comments.email, email)),
    confirmedAt: reader?.confirmedAt ?? null,
    browsers: await db().$count(readerSessions, eq(readerSessions.readerId, ofReader)),
    followed: await db().$count(subscriptions, eq(subscriptions.readerId, ofReader)),
  }
}

const A_STEP = 100

/** The comments of an address, a step at a time: a person may have written thousands. */
async function* listOf(email: string) {
  for (const state of COMMENT_STATES)
    for (let after: [Date, number] = [new Date(0), 0], found = A_STEP; found === A_STEP;) {
      const step = await listStep(email, state, after)
      const earlier = await authorNotesOf(step.map(({ id }) => id))
      for (const comment of step) yield { ...comment, ...earlier.get(comment.id) }
      found = step.length
      const last = step.at(-1)
      if (last) after = [last.createdAt, last.id]
    }
}

const listStep = (email: string, state: CommentState, after: [Date, number]) =>
  db()
    .select({
      id: comments.id,
      article: articles.slug,
      answers: comments.parentId,
      state: comments.state,
      name: comments.name,
      email: comments.email,
      website: comments.website,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      withdrawnAt: comments.withdrawnAt,
      text: comments.source,
    })
    .from(comments)
    .leftJoin(articles, eq(articles.id, comments.articleId))
    .where(
      and(
        eq(comments.email, email),
        eq(comments.state, state),
        newerThan(comments.createdAt, comments.id, after),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(A_STEP)

/** All of it, for a file. */
export async function exportOf(email: string) {
  const written = []
  for await (const comment of listOf(email)) written.push(comment)
  const [reader] = await db().select().from(readers).where(eq(readers.email, email))
  const mailed = await db()
    .select({ kind: mails.kind, createdAt: mails.createdAt, state: mails.state })
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(asc(mails.id))
  return { email, confirmedAt: reader?.confirmedAt ?? null, comments: written, mails: mailed }
}

/**
 * Takes everything of an address out: comments lose name, address and text and leave tombstones where somebody answered.
 * In short steps, so that nobody waits for it; cut off half-way it is begun again and finds the rest. Returns how many.
 */
export async function erase(
  actor: Actor,
  { email, hashEmail }: { email: string; hashEmail: HashEmail },
  now: Date,
): Promise<number> {
  let erased = 0
  for (let isOver = false; !isOver;)
    isOver = await transact(async (tx) => {
      const step = await tx
        .select({ id: comments.id })
        .from(comments)
        .where(and(eq(comments.email, email), isNull(comments.personId)))
        .limit(A_STEP)
      const ids = step.map(({ id }) => id)
      if (ids.length > 0) await eraseComments(tx, ids, now)
      erased += ids.length
      if (ids.length === A_STEP) return false
      // in the transaction that found nothing more: whatever they posted meanwhile is among it
      await erasePerson(tx, email)
      await hideBan(tx, email, hashEmail)
      // that somebody was erased is no secret; who it was would undo it
      await record(tx, actor, now, { verb: 'person.erase', subject: 'person', after: { comments: erased } })
      return true
    })
  return erased
}

async function erasePerson(tx: Tx, email: string): Promise<void> {
  const [reader] = await tx.select({ id: readers.id }).from(readers).where(eq(readers.email, email))
  if (reader) await tx.delete(readers).where(eq(readers.id, reader.id))
  await tx.delete(confirmations).where(eq(confirmations.email, email))
  await tx.delete(mails).where(eq(mails.recipient, email))
  await touches(tx, ERASED)
}

const NOTHING = {
  name: 'Erased',
  email: '',
  website: '',
  source: '',
  html: '',
  passage: null,
  secretHash: null,
  repeatHash: null,
  addressHash: null,
  readerId: null,
  // they say what was found in it
  reasons: [],
}

async function eraseComments(tx: Tx, ids: number[], now: Date): Promise<void> {
  for (const id of ids) {
    const comment = await getCounted(id, tx)
    if (!comment) continue
    await moveTo(tx, comment, 'removed')
    await touches(tx, `comments:${comment.articleId}`)
  }
  await tx
    .update(comments)
    .set({ ...NOTHING, withdrawnAt: now })
    .where(inArray(comments.id, ids))
  for (const rows of [commentVersions, appeals, subscriptions, notices, confirmations, reports])
    await tx.delete(rows).where(inArray(rows.commentId, ids))
  // what decisions about them taught is forgotten with them
  await askToLearn(tx, now)
}
