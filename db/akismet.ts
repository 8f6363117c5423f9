import { eq } from 'drizzle-orm'
import { systemActor } from '@/domain/actor'
import {
  type Lesson,
  lessonOf,
  settled,
  standOf,
  type Told,
  waitsForAkismet,
  withStand,
} from '@/domain/moderation/akismet'
import { record } from './audit'
import { db, transact, type Tx } from './client'
import { getCounted, moveTo } from './comment-counts'
import { enqueue } from './jobs'
import { articles } from './schema/articles'
import { comments } from './schema/comments'

/** Moderators take decisions back: Akismet hears of what still holds after a while. */
const TEACH_AFTER_MS = 5 * 60_000

/** Leaves a comment that waits for Akismet to the worker, in the transaction that makes it wait. */
export const askToCheck = (tx: Tx, commentId: number, now: Date): Promise<void> =>
  enqueue(tx, 'check-comment', { commentId }, { dueAt: now, uniqueKey: `check-comment:${commentId}` })

/** Says, in the transaction of a decision, that it may be one that Akismet should learn of. */
export async function askToTeach(tx: Tx, commentId: number, now: Date): Promise<void> {
  const [row] = await tx
    .select({ state: comments.state, reasons: comments.reasons })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!row || lessonOf(row) === null) return
  const dueAt = new Date(now.getTime() + TEACH_AFTER_MS)
  await enqueue(tx, 'teach-akismet', { commentId }, { dueAt, uniqueKey: `teach-akismet:${commentId}` })
}

export type Question = Omit<Told, 'permalink'> & { id: number; slug: string | null }

async function getRow(id: number) {
  const [row] = await db()
    .select({
      id: comments.id,
      name: comments.name,
      email: comments.email,
      website: comments.website,
      source: comments.source,
      parentId: comments.parentId,
      createdAt: comments.createdAt,
      edits: comments.edits,
      state: comments.state,
      reasons: comments.reasons,
      decidedAt: comments.decidedAt,
      slug: articles.slug,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id))
  if (!row) return null
  const { parentId, state, reasons, decidedAt, ...told } = row
  return { question: { ...told, isReply: parentId !== null }, state, reasons, decidedAt }
}

/** What Akismet is to be asked about a comment that waits for it; `isDecided` where nobody needs the answer any more. */
export async function getQuestion(id: number): Promise<{ question: Question; isDecided: boolean } | null> {
  const row = await getRow(id)
  if (!row || !waitsForAkismet(row.reasons)) return null
  return { question: row.question, isDecided: row.state !== 'held' || row.decidedAt !== null }
}

/** Gives a comment what Akismet answered about the text that it had with so many edits. Done twice, done once. */
export function settle(
  { id, edits }: { id: number; edits: number },
  stand: Parameters<typeof settled>[1],
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    const comment = await getCounted(id, tx)
    const [row] = await tx
      .select({ reasons: comments.reasons, decidedAt: comments.decidedAt })
      .from(comments)
      .where(eq(comments.id, id))
    if (!comment || !row || !waitsForAkismet(row.reasons)) return
    // another text is asked about anew
    if (comment.edits !== edits) return
    const isDecided = row.decidedAt !== null
    const { state, reasons } = settled({ state: comment.state, reasons: row.reasons, isDecided }, stand)
    await tx.update(comments).set({ reasons }).where(eq(comments.id, id))
    if (state === comment.state) return
    await moveTo(tx, comment, state)
    await record(tx, systemActor('Akismet'), now, {
      verb: 'comment.check',
      subject: `comment:${id}`,
      before: comment.state,
      after: state,
    })
  })
}

/** What Akismet is to learn of a comment; null where moderators and it agree. */
export async function getLesson(id: number): Promise<{ lesson: Lesson; question: Question } | null> {
  const row = await getRow(id)
  const lesson = row && lessonOf(row)
  return lesson ? { lesson, question: row.question } : null
}

/** Keeps what Akismet was taught, so that it is taught once. */
export function keepLesson(id: number, lesson: Lesson): Promise<void> {
  return transact(async (tx) => {
    const [row] = await tx.select({ reasons: comments.reasons }).from(comments).where(eq(comments.id, id))
    if (!row || standOf(row.reasons) === null) return
    const stand = lesson === 'submit-spam' ? 'taught-spam' : 'taught-ham'
    await tx
      .update(comments)
      .set({ reasons: withStand(row.reasons, stand) })
      .where(eq(comments.id, id))
  })
}
