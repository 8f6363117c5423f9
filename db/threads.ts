import { and, asc, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { ThreadOrder } from '@/domain/comments/order'
import { decodeCursor, idKey, page } from '@/domain/paging'
import { db } from './client'
import { type CommentView, nest, viewColumns, viewsOf } from './comment-views'
import { listPinned } from './honours'
import { listFirstReplies } from './replies'
import { comments } from './schema/comments'
import { tracks } from './touches'

/** One page of a discussion. */
export type ThreadPage = {
  /** What stands at the head, on the first page alone; each stands in its thread too. */
  pinned: CommentView[]
  roots: CommentView[]
  next: string | null
}

const ROOTS = 50
const REPLIES = 200

type Which = { after?: string | null; order?: ThreadOrder; limit?: number }

/** The threads of a discussion, each with its first replies: a reply is younger than what it answers, so none is without its parent. */
export async function listThread(
  articleId: number,
  { after, order = 'oldest', limit = ROOTS }: Which,
  now: Date,
): Promise<ThreadPage> {
  tracks(`comments:${articleId}`)
  const key = decodeCursor(after, idKey)
  const [beyond, by] = order === 'oldest' ? ([gt, asc] as const) : ([lt, desc] as const)
  const rows = await db()
    .select({ ...viewColumns, threadCount: comments.threadCount })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        isNull(comments.rootId),
        eq(comments.shown, true),
        key === null ? undefined : beyond(comments.id, key),
      ),
    )
    .orderBy(by(comments.id))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => last.id)
  const answered = items.map(({ id, threadCount }) => ({ id, count: threadCount }))
  const replies = await listFirstReplies(answered, { under: 'rootId', budget: REPLIES })
  const views = await viewsOf([...items, ...replies], now, { isAbridged: () => true })
  const pinned = key === null ? await listPinned(articleId, now) : []
  return { pinned, roots: nest(views), next }
}
