import { and, asc, desc, eq } from 'drizzle-orm'
import type { Listing } from '@/domain/paging'
import { decodeCursor, instantKey, page } from '@/domain/paging'
import { db } from './client'
import type { CommentView } from './comment-views'
import { viewColumns, viewsOf } from './comment-views'
import { newerThan } from './keyset'
import { comments } from './schema/comments'
import { tracks } from './touches'

// For programs: one line after the other, each saying what it answers.

const PAGE = 100
const NEWEST = 50

/** Everything that readers see of a discussion, tombstones included, the oldest first. */
export async function listComments(
  articleId: number,
  after: string | null,
  now: Date,
): Promise<Listing<CommentView>> {
  tracks(`comments:${articleId}`)
  const key = decodeCursor(after, instantKey)
  const rows = await db()
    .select(viewColumns)
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        eq(comments.shown, true),
        key ? newerThan(comments.createdAt, comments.id, key) : undefined,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(PAGE + 1)
  const { items, next } = page(rows, PAGE, (last) => [last.createdAt.getTime(), last.id])
  return { items: await viewsOf(items, now), next }
}

/** The newest published comments of a discussion. */
export async function listNewestComments(articleId: number, now: Date): Promise<CommentView[]> {
  tracks(`comments:${articleId}`)
  const rows = await db()
    .select(viewColumns)
    .from(comments)
    .where(and(eq(comments.articleId, articleId), eq(comments.state, 'published')))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(NEWEST)
  return viewsOf(rows, now)
}
