import { and, count, desc, eq, inArray, lt } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { COMMENT_STATES, type CommentReason, type CommentState } from '@/domain/comments/states'
import { decodeCursor, idKey, type Listing, page } from '@/domain/paging'
import { record } from './audit'
import type { Tx } from './client'
import { db, transact } from './client'
import { type CountedRow, getCounted, moveTo } from './comment-counts'
import { articles, audit, comments, revisions } from './schema'

export type Decision =
  | { kind: 'done'; previous: CommentState; state: CommentState }
  | { kind: 'missing' }
  | { kind: 'refused'; reason: 'forbidden' | 'nothing-to-undo' }

type Decided = { verb: 'comment.decide' | 'comment.undo'; state: CommentState }

/** Gives a comment another state; asked twice, done once. */
export function decide(actor: Actor, id: number, state: CommentState, now: Date): Promise<Decision> {
  return onComment(actor, id, (tx, comment) =>
    apply(tx, actor, comment, { verb: 'comment.decide', state }, now),
  )
}

/** Takes the newest decision about a comment back, unless something else became of it since. */
export function undo(actor: Actor, id: number, now: Date): Promise<Decision> {
  return onComment(actor, id, async (tx, comment) => {
    const [last] = await tx
      .select({ verb: audit.verb, before: audit.before, after: audit.after })
      .from(audit)
      .where(and(eq(audit.subject, subjectOf(id)), inArray(audit.verb, ['comment.decide', 'comment.undo'])))
      .orderBy(desc(audit.id))
      .limit(1)
    const before = COMMENT_STATES.find((state) => state === last?.before)
    if (last?.verb !== 'comment.decide' || last.after !== comment.state || !before)
      return { kind: 'refused', reason: 'nothing-to-undo' }
    return apply(tx, actor, comment, { verb: 'comment.undo', state: before }, now)
  })
}

const subjectOf = (id: number) => `comment:${id}`

async function onComment(
  actor: Actor,
  id: number,
  work: (tx: Tx, comment: CountedRow) => Promise<Decision>,
): Promise<Decision> {
  if (!actorMay(actor, 'moderate')) return { kind: 'refused', reason: 'forbidden' }
  return transact(async (tx) => {
    const comment = await getCounted(id, tx)
    return comment ? work(tx, comment) : { kind: 'missing' }
  })
}

async function apply(
  tx: Tx,
  actor: Actor,
  comment: CountedRow,
  { verb, state }: Decided,
  now: Date,
): Promise<Decision> {
  const previous = comment.state
  if (previous === state) return { kind: 'done', previous, state }
  await moveTo(tx, comment, state)
  await tx.update(comments).set({ decidedAt: now }).where(eq(comments.id, comment.id))
  await record(tx, actor, now, { verb, subject: subjectOf(comment.id), before: previous, after: state })
  return { kind: 'done', previous, state }
}

/** A comment as moderators see it. */
export type QueueItem = {
  id: number
  state: CommentState
  reasons: CommentReason[]
  article: { id: number; slug: string | null; title: string }
  /** What it answers. */
  parent: { id: number; name: string; source: string } | null
  isStaff: boolean
  name: string
  email: string
  website: string
  createdAt: Date
  /** The Markdown as it was typed. */
  source: string
  html: string
}
export type QueueFilter = { state: CommentState; articleId?: number; after?: string | null; limit?: number }

/** The comments in one state, the newest first. */
export async function listQueue(
  actor: Actor,
  { state, articleId, after, limit = 30 }: QueueFilter,
): Promise<Listing<QueueItem>> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null }
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select({
      id: comments.id,
      parentId: comments.parentId,
      state: comments.state,
      reasons: comments.reasons,
      article: { id: articles.id, slug: articles.slug, title: revisions.title },
      personId: comments.personId,
      name: comments.name,
      email: comments.email,
      website: comments.website,
      createdAt: comments.createdAt,
      source: comments.source,
      html: comments.html,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(
      and(
        eq(comments.state, state),
        articleId === undefined ? undefined : eq(comments.articleId, articleId),
        key === null ? undefined : lt(comments.id, key),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => last.id)
  const parents = await parentsOf(items.flatMap((row) => row.parentId ?? []))
  return {
    items: items.map(({ parentId, personId, ...item }) => ({
      ...item,
      parent: parentId === null ? null : (parents.get(parentId) ?? null),
      isStaff: personId !== null,
    })),
    next,
  }
}

async function parentsOf(ids: number[]): Promise<Map<number, NonNullable<QueueItem['parent']>>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: comments.id, name: comments.name, source: comments.source })
    .from(comments)
    .where(inArray(comments.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many comments wait for a decision. */
export async function countHeld(actor: Actor): Promise<number> {
  if (!actorMay(actor, 'moderate')) return 0
  const [held] = await db().select({ count: count() }).from(comments).where(eq(comments.state, 'held'))
  return held?.count ?? 0
}
