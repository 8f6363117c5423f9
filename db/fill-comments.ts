import { and, asc, eq, gt, inArray, lte, max } from 'drizzle-orm'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import type { Place } from '@/domain/discussion/places'
import { inserter } from './bulk'
import type { Tx } from './client'
import { db, transact } from './client'
import { inBatches } from './fill'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { touches } from './touches'

/** `parent` and `root` count the comments of the same thread, from 0; a parent stands before its replies. */
export type PlannedComment = Omit<Place, 'rootId'> & {
  parent: number | null
  root: number | null
  state: CommentState
  reasons: CommentReason[]
  personId: number | null
  name: string
  email: string
  source: string
  html: string
  renderedBy: number
  createdAt: Date
}

export type Commented = { articleId: number; revisionId: number | null; publishAt: Date }
export type PlannedThread = Commented & { comments: Iterable<PlannedComment> }

const COMMENTS_A_TRANSACTION = 2_000

const commented = {
  articleId: articles.id,
  revisionId: articles.publishedRevisionId,
  publishAt: articles.publishAt,
}
const withDate = (rows: (Omit<Commented, 'publishAt'> & { publishAt: Date | null })[]): Commented[] =>
  rows.flatMap(({ publishAt, ...row }) => (publishAt ? [{ ...row, publishAt }] : []))

/** Public articles with a greater id, the oldest first. */
export async function listCommented(afterId: number, now: Date): Promise<Commented[]> {
  const isWanted = and(
    eq(articles.state, 'published'),
    lte(articles.publishAt, now),
    gt(articles.id, afterId),
  )
  return withDate(
    await db().select(commented).from(articles).where(isWanted).orderBy(asc(articles.publishAt)),
  )
}

export async function getCommented(slug: string): Promise<Commented | null> {
  const isPublished = and(eq(articles.state, 'published'), eq(articles.slug, slug))
  return withDate(await db().select(commented).from(articles).where(isPublished))[0] ?? null
}

/** Adds planned threads in short transactions; the counters of their articles move with each. */
export async function postPlanned(
  threads: Iterable<PlannedThread>,
  onProgress: (done: number) => void,
): Promise<void> {
  for (const batch of inBatches(rowsOf(threads), COMMENTS_A_TRANSACTION)) {
    await transact((tx) => insertComments(tx, batch))
    onProgress(batch.length)
  }
}

/** One comment with what it shares with its thread; `ids` are those of the thread that were given already. */
type Row = { thread: PlannedThread; ids: number[]; comment: PlannedComment }

function* rowsOf(threads: Iterable<PlannedThread>): Generator<Row> {
  for (const thread of threads) {
    const ids: number[] = []
    for (const comment of thread.comments) yield { thread, ids, comment }
  }
}

async function insertComments(tx: Tx, batch: Row[]): Promise<void> {
  const insert = inserter(comments)
  const [last] = await tx.select({ id: max(comments.id) }).from(comments)
  let id = last?.id ?? 0
  const added = new Map<number, Date[]>()
  for (const { thread, ids, comment } of batch) {
    ids.push(++id)
    insert(commentRow(thread, ids, comment, id))
    if (comment.state !== 'published') continue
    const dates = added.get(thread.articleId)
    if (dates) dates.push(comment.createdAt)
    else added.set(thread.articleId, [comment.createdAt])
  }
  await moveCounters(tx, added)
  await touches(tx, ...batch.map(({ thread }) => `comments:${thread.articleId}`))
}

/** The dates are those of comments that were published, by article. */
async function moveCounters(tx: Tx, added: Map<number, Date[]>): Promise<void> {
  const { id, commentCount, lastCommentAt } = articles
  const rows = await tx
    .select({ id, commentCount, lastCommentAt })
    .from(articles)
    .where(inArray(id, [...added.keys()]))
  for (const row of rows) {
    const dates = added.get(row.id) ?? []
    const times = [row.lastCommentAt ?? new Date(0), ...dates].map((date) => date.getTime())
    await tx
      .update(articles)
      .set({ commentCount: row.commentCount + dates.length, lastCommentAt: new Date(Math.max(...times)) })
      .where(eq(id, row.id))
  }
}

function commentRow(
  { articleId, revisionId }: PlannedThread,
  ids: number[],
  planned: PlannedComment,
  id: number,
) {
  const { parent, root } = planned
  return {
    id,
    articleId,
    parentId: parent === null ? null : (ids[parent] ?? null),
    rootId: root === null ? null : (ids[root] ?? null),
    depth: planned.depth,
    state: planned.state,
    shown: planned.shown,
    replyCount: planned.replyCount,
    threadCount: planned.threadCount,
    personId: planned.personId,
    afterClosing: false,
    pinnedAt: null,
    highlightedAt: null,
    name: planned.name,
    email: planned.email,
    website: '',
    reasons: planned.reasons,
    revisionId,
    passage: null,
    secretHash: null,
    repeatHash: null,
    addressHash: null,
    readerId: null,
    edits: 0,
    editedAt: null,
    withdrawnAt: null,
    createdAt: planned.createdAt,
    decidedAt: null,
    renderedBy: planned.renderedBy,
    source: planned.source,
    html: planned.html,
  }
}
