import { eq, inArray } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import type { QueueFilter } from '@/domain/comments/queue'
import type { QueueQuery } from '@/domain/comments/queue-input'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { decodeCursor, encodeCursor } from '@/domain/paging'
import { authorNotesOf } from './author-notes'
import { db } from './client'
import { keyOf, walk, type WalkKey, walkKey } from './queue-walk'
import { type ReportView, reportsOf } from './reports'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { readers } from './schema/readers'

/** A comment as moderators see it. */
export type QueueItem = {
  id: number
  state: CommentState
  reasons: CommentReason[]
  /** What readers said against it and nobody has looked at, the oldest first. */
  reports: ReportView[]
  /** What its author says against the decision. */
  appeal: string | null
  /** What it said before its author changed it. */
  earlier: string[]
  edits: number
  /** Its author took it back. */
  isWithdrawn: boolean
  /** It stands at the head of its discussion. */
  pinned: boolean
  highlighted: boolean
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

export type QueuePage = {
  items: QueueItem[]
  next: string | null
  previous: string | null
  /** Not everything was looked at; the rest is on the next page. */
  isCut: boolean
}

type Asked = QueueFilter & Partial<Pick<QueueQuery, 'order' | 'after' | 'before'>> & { limit?: number }

/** The comments that a filter means, page by page in either direction. */
export async function listQueue(
  actor: Actor,
  { order = 'newest', after, before, limit = 30, ...filter }: Asked,
  now: Date,
): Promise<QueuePage> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null, previous: null, isCut: false }
  const from = decodeCursor(before ?? after, walkKey)
  const isBack = before !== undefined && from !== null
  const direction = isBack ? OTHER[order] : order
  const { found, goOn } = await walk(filter, { order: direction, from, limit: limit + 1 }, now)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const beyond = cursor(found.length > limit && last ? keyOf(filter, last) : goOn)
  if (isBack) shown.reverse()
  const [first] = shown
  const edge = isBack ? shown.at(-1) : from && first
  const behind = cursor(edge && keyOf(filter, edge))
  return {
    items: await listItems(shown.map(({ id }) => id)),
    next: isBack ? behind : beyond,
    previous: isBack ? beyond : behind,
    isCut: goOn !== null,
  }
}

const cursor = (key: WalkKey | undefined | null): string | null =>
  key ? encodeCursor(Array.isArray(key) ? [key[0].getTime(), key[1]] : key) : null

const OTHER = { newest: 'oldest', oldest: 'newest' } as const

/** What a filter names by number, in words. */
export type Subjects = { article: string | null; reader: string | null; near: string | null }

/** The title of the article, the reader's address, and who wrote the comment that others are near to. */
export async function getSubjects(actor: Actor, { article, reader, near }: QueueFilter): Promise<Subjects> {
  if (!actorMay(actor, 'moderate')) return { article: null, reader: null, near: null }
  const [titled] =
    article === undefined
      ? []
      : await db()
          .select({ title: revisions.title })
          .from(articles)
          .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
          .where(eq(articles.id, article))
  const [confirmed] =
    reader === undefined
      ? []
      : await db().select({ email: readers.email }).from(readers).where(eq(readers.id, reader))
  const [named] =
    near === undefined
      ? []
      : await db().select({ name: comments.name }).from(comments).where(eq(comments.id, near))
  return {
    article: article === undefined ? null : (titled?.title ?? 'no public article'),
    reader: reader === undefined ? null : (confirmed?.email ?? 'nobody'),
    near: near === undefined ? null : (named?.name ?? 'nobody'),
  }
}

/** These comments as moderators see them, in the order given. */
export async function listItems(ids: number[]): Promise<QueueItem[]> {
  if (ids.length === 0) return []
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
      edits: comments.edits,
      withdrawnAt: comments.withdrawnAt,
      pinnedAt: comments.pinnedAt,
      highlightedAt: comments.highlightedAt,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    // moderators read no drafts
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(inArray(comments.id, ids))
  const reports = await reportsOf(ids)
  const notes = await authorNotesOf(ids)
  const parents = await parentsOf(rows.flatMap((row) => row.parentId ?? []))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { parentId, personId, withdrawnAt, pinnedAt, highlightedAt, ...item } = row
    const parent = parentId === null ? null : (parents.get(parentId) ?? null)
    return [
      {
        ...item,
        parent,
        isStaff: personId !== null,
        isWithdrawn: withdrawnAt !== null,
        pinned: pinnedAt !== null,
        highlighted: highlightedAt !== null,
        reports: reports.get(id) ?? [],
        ...(notes.get(id) ?? { appeal: null, earlier: [] }),
      },
    ]
  })
}

async function parentsOf(ids: number[]): Promise<Map<number, NonNullable<QueueItem['parent']>>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: comments.id, name: comments.name, source: comments.source })
    .from(comments)
    .where(inArray(comments.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
