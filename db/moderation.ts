import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import type { CommentReason } from '@/domain/comments/reasons'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'
import { decodeCursor, idKey, type Listing, page } from '@/domain/paging'
import { record } from './audit'
import type { Tx } from './client'
import { db, transact } from './client'
import { type CountedRow, getCounted, moveTo } from './comment-counts'
import * as reports from './reports'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { audit } from './schema/journal'

export type Decision =
  | { kind: 'done'; previous: CommentState; state: CommentState }
  /** It was no longer as the moderator saw it: nothing was done. `by`: who changed it. */
  | { kind: 'changed'; state: CommentState; by: string | null }
  | { kind: 'missing' }
  | { kind: 'refused'; reason: 'forbidden' | 'nothing-to-undo' }

type Decided = { verb: 'comment.decide' | 'comment.undo'; state: CommentState }

/** `seen`: the state that whoever decides looked at; where it is another by now, nothing is done. */
type Subject = { id: number; seen?: CommentState }

/** Gives a comment another state; asked twice, done once. */
export function decide(
  actor: Actor,
  { state, ...subject }: Subject & { state: CommentState },
  now: Date,
): Promise<Decision> {
  return onComment(actor, subject, (tx, comment) =>
    apply(tx, actor, comment, { verb: 'comment.decide', state }, now),
  )
}

/** Takes the newest decision about a comment back, unless something else became of it since. */
export function undo(actor: Actor, subject: Subject, now: Date): Promise<Decision> {
  return onComment(actor, subject, async (tx, comment) => {
    const last = await newestDecision(tx, comment.id)
    const before = COMMENT_STATES.find((state) => state === last?.before)
    if (last?.verb !== 'comment.decide' || last.after !== comment.state || !before)
      return { kind: 'refused', reason: 'nothing-to-undo' }
    return apply(tx, actor, comment, { verb: 'comment.undo', state: before }, now)
  })
}

const subjectOf = (id: number) => `comment:${id}`

async function newestDecision(tx: Tx, id: number) {
  const [last] = await tx
    .select({ actor: audit.actor, verb: audit.verb, before: audit.before, after: audit.after })
    .from(audit)
    .where(and(eq(audit.subject, subjectOf(id)), inArray(audit.verb, ['comment.decide', 'comment.undo'])))
    .orderBy(desc(audit.id))
    .limit(1)
  return last ?? null
}

async function onComment(
  actor: Actor,
  { id, seen }: Subject,
  work: (tx: Tx, comment: CountedRow) => Promise<Decision>,
): Promise<Decision> {
  if (!actorMay(actor, 'moderate')) return { kind: 'refused', reason: 'forbidden' }
  return transact(async (tx) => {
    const comment = await getCounted(id, tx)
    if (!comment) return { kind: 'missing' }
    if (seen && comment.state !== seen) {
      const last = await newestDecision(tx, id)
      return { kind: 'changed', state: comment.state, by: last?.actor ?? null }
    }
    return work(tx, comment)
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
  await reports.settle(tx, comment.id)
  await record(tx, actor, now, { verb, subject: subjectOf(comment.id), before: previous, after: state })
  return { kind: 'done', previous, state }
}

/** A comment as moderators see it. */
export type QueueItem = {
  id: number
  state: CommentState
  reasons: CommentReason[]
  /** What readers said against it and nobody has looked at, the oldest first. */
  reports: reports.ReportView[]
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
export type QueueFilter = {
  state: CommentState
  articleId?: number
  /** Only comments that readers reported. */
  reported?: boolean
  after?: string | null
  limit?: number
}

/** The comments in one state, the newest first. */
export async function listQueue(
  actor: Actor,
  { state, articleId, reported, after, limit = 30 }: QueueFilter,
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
    // moderators read no drafts
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(
      and(
        eq(comments.state, state),
        articleId === undefined ? undefined : eq(comments.articleId, articleId),
        reported ? reports.isReported(db()) : undefined,
        key === null ? undefined : lt(comments.id, key),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => last.id)
  const said = await reports.reportsOf(items.map(({ id }) => id))
  const parents = await parentsOf(items.flatMap((row) => row.parentId ?? []))
  return {
    items: items.map(({ parentId, personId, ...item }) => ({
      ...item,
      parent: parentId === null ? null : (parents.get(parentId) ?? null),
      isStaff: personId !== null,
      reports: said.get(item.id) ?? [],
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
