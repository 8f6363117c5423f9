import { and, asc, eq, gt } from 'drizzle-orm'
import { isPublic, isScheduled } from '@/domain/articles'
import type { DiscussionState } from '@/domain/discussion/state'
import { decodeCursor, idKey, page } from '@/domain/paging'
import { db } from './client'
import type { CommentView, ViewRow } from './comment-views'
import { nest, viewColumns, viewsOf } from './comment-views'
import { factColumns, statesOf } from './discussions'
import { listFirstReplies } from './replies'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { holdsUntil, tracks } from './touches'

const REPLIES = 50
// beneath the direct replies: bounded, and nobody follows more turns on one page
const DEEPER = 100
const LEVELS = 10
// the comment itself should be in sight
const ANCESTORS = 4

/** What a comment stands under. */
export type CommentedArticle = {
  id: number
  slug: string
  title: string
  commentCount: number
  discussion: DiscussionState
}

export type CommentInContext = {
  article: CommentedArticle
  comment: CommentView
  /** What it answers, from the top; of a long line only the nearest. */
  ancestors: CommentView[]
  /** The cursor of its direct replies after these. */
  next: string | null
}

/** The public article with this id and the state of its discussion; null while readers may not see it. */
export async function getCommentedArticle(id: number, now: Date): Promise<CommentedArticle | null> {
  const [row] = await db()
    .select({
      ...factColumns,
      slug: articles.slug,
      title: revisions.title,
      commentCount: articles.commentCount,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(articles.id, id))
  if (!row) return null
  const discussion = (await statesOf([row], now)).get(id)
  if (isScheduled(row, now)) holdsUntil(row.publishAt)
  if (!isPublic(row, now) || row.slug === null || !discussion) return null
  return { id, slug: row.slug, title: row.title, commentCount: row.commentCount, discussion }
}

/** One comment at its permanent address: what it answers, and the replies to it. Null where readers may not see it. */
export async function getInContext(
  id: number,
  { after, limit = REPLIES }: { after?: string | null; limit?: number },
  now: Date,
): Promise<CommentInContext | null> {
  const [row] = await db()
    .select({ ...viewColumns, articleId: comments.articleId, shown: comments.shown })
    .from(comments)
    .where(eq(comments.id, id))
  if (!row) {
    // which discussion it may yet be said in, and so what would touch this answer, nobody knows
    holdsUntil(now)
    return null
  }
  tracks(`comments:${row.articleId}`)
  const article = await getCommentedArticle(row.articleId, now)
  if (!article || !row.shown) return null
  const direct = await listDirectReplies(id, decodeCursor(after, idKey), limit + 1)
  const { items, next } = page(direct, limit, (last) => last.id)
  const shown = [row, ...items, ...(await listDeeper(items))]
  const [comment] = nest(await viewsOf(shown, now, { isAbridged: (each) => each.id !== id }))
  if (!comment) return null
  // its own replies are paged; `next` says whether there are more
  return {
    article,
    comment: { ...comment, moreReplies: 0 },
    ancestors: await listAncestors(row.parentId, now),
    next,
  }
}

function listDirectReplies(parentId: number, key: number | null, limit: number): Promise<ViewRow[]> {
  return db()
    .select(viewColumns)
    .from(comments)
    .where(
      and(
        eq(comments.parentId, parentId),
        eq(comments.shown, true),
        key === null ? undefined : gt(comments.id, key),
      ),
    )
    .orderBy(asc(comments.id))
    .limit(limit)
}

/** Level by level while there is room, so that no reply is without its parent. */
async function listDeeper(tops: ViewRow[]): Promise<ViewRow[]> {
  const found: ViewRow[] = []
  let level = tops
  for (let depth = 0; depth < LEVELS && level.length > 0 && found.length < DEEPER; depth++) {
    const answered = level.map(({ id, replyCount }) => ({ id, count: replyCount }))
    level = await listFirstReplies(answered, { under: 'parentId', budget: DEEPER - found.length })
    found.push(...level)
  }
  return found
}

async function listAncestors(parentId: number | null, now: Date): Promise<CommentView[]> {
  const rows: ViewRow[] = []
  let id = parentId
  while (id !== null && rows.length < ANCESTORS) {
    const [row] = await db().select(viewColumns).from(comments).where(eq(comments.id, id))
    if (!row) break
    rows.unshift(row)
    id = row.parentId
  }
  return viewsOf(rows, now, { isAbridged: () => true })
}
