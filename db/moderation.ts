import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'
import { askToTeach } from './akismet'
import { type Hand, handOf } from './audit'
import type { Db, Tx } from './client'
import { transact } from './client'
import { type CountedRow, getCounted, moveTo } from './comment-counts'
import { askToLearn } from './learning'
import * as reports from './reports'
import { comments } from './schema/comments'
import { audit } from './schema/journal'

export type Decision =
  | { kind: 'done'; previous: CommentState; state: CommentState }
  /** It was no longer as the moderator saw it: nothing was done. */
  | ({ kind: 'changed' } & Changed)
  | { kind: 'missing' }
  | { kind: 'refused'; reason: 'forbidden' | 'nothing-to-undo' | 'withdrawn' | 'edited' }

/** What became of a comment, and who changed it when; null where no decision did. */
export type Changed = { state: CommentState; by: string | null; at: Date | null }

type Decided = { verb: 'comment.decide' | 'comment.undo'; state: CommentState }

/** `seen` and `edits`: the state and the text that whoever decides looked at; where they are others by now, nothing is done. */
type Subject = { id: number; seen?: CommentState; edits?: number }

/** Gives a comment another state; asked twice, done once. */
export function decide(
  actor: Actor,
  { state, ...subject }: Subject & { state: CommentState },
  now: Date,
): Promise<Decision> {
  return onComment(actor, subject, (tx, comment) =>
    apply(tx, handOf(actor), comment, { verb: 'comment.decide', state }, now),
  )
}

/** Takes the newest decision about a comment back, unless something else became of it since. */
export function undo(actor: Actor, subject: Subject, now: Date): Promise<Decision> {
  return onComment(actor, subject, async (tx, comment) => {
    const last = await newestDecision(tx, comment.id)
    const before = COMMENT_STATES.find((state) => state === last?.before)
    if (last?.verb !== 'comment.decide' || last.after !== comment.state || !before)
      return { kind: 'refused', reason: 'nothing-to-undo' }
    return apply(tx, handOf(actor), comment, { verb: 'comment.undo', state: before }, now)
  })
}

export const subjectOf = (id: number) => `comment:${id}`
/** The comment that a row of the journal is about. */
export const idIn = (subject: string) => Number(subject.slice('comment:'.length))

const DECISIONS = ['comment.decide', 'comment.undo']

async function newestDecision(from: Db, id: number) {
  const [last] = await from
    .select({
      actor: audit.actor,
      at: audit.at,
      verb: audit.verb,
      before: audit.before,
      after: audit.after,
    })
    .from(audit)
    .where(and(eq(audit.subject, subjectOf(id)), inArray(audit.verb, DECISIONS)))
    .orderBy(desc(audit.id))
    .limit(1)
  return last ?? null
}

/** What a comment is now, and by whose decision. */
export async function getChanged(
  from: Db,
  { id, state }: Pick<CountedRow, 'id' | 'state'>,
): Promise<Changed> {
  const last = await newestDecision(from, id)
  return { state, by: last?.actor ?? null, at: last?.at ?? null }
}

async function onComment(
  actor: Actor,
  { id, seen, edits }: Subject,
  work: (tx: Tx, comment: CountedRow) => Promise<Decision>,
): Promise<Decision> {
  if (!actorMay(actor, 'moderate')) return { kind: 'refused', reason: 'forbidden' }
  return transact(async (tx) => {
    const comment = await getCounted(id, tx)
    if (!comment) return { kind: 'missing' }
    if (seen && comment.state !== seen) return { kind: 'changed', ...(await getChanged(tx, comment)) }
    // what its author took back is nobody's to publish
    if (comment.withdrawnAt) return { kind: 'refused', reason: 'withdrawn' }
    if (edits !== undefined && comment.edits !== edits) return { kind: 'refused', reason: 'edited' }
    return work(tx, comment)
  })
}

/** Gives a comment its state and leaves the row that undoing goes by; `batchId` where it is one of many. */
export async function apply(
  tx: Tx,
  by: Hand & { batchId?: number },
  comment: CountedRow,
  { verb, state }: Decided,
  now: Date,
): Promise<Decision> {
  const previous = comment.state
  if (previous === state) return { kind: 'done', previous, state }
  await moveTo(tx, comment, state)
  await tx.update(comments).set({ decidedAt: now }).where(eq(comments.id, comment.id))
  await reports.settle(tx, comment.id)
  await askToLearn(tx, now)
  await askToTeach(tx, comment.id, now)
  await tx
    .insert(audit)
    .values({ ...by, at: now, verb, subject: subjectOf(comment.id), before: previous, after: state })
  return { kind: 'done', previous, state }
}
