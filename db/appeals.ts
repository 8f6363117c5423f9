import { asc, desc, eq, exists, gt, lt } from 'drizzle-orm'
import { type Db, db } from './client'
import { comments } from './schema/comments'
import { appeals } from './schema/readers'

/** Of comments: those whose author appealed. */
export const isAppealed = (from: Db) =>
  exists(from.select({ id: appeals.id }).from(appeals).where(eq(appeals.commentId, comments.id)))

type Span = { after: number | null; order: 'newest' | 'oldest'; limit: number }

/** The comments whose author appealed, by id, from one id on. */
export async function listAppealed({ after, order, limit }: Span): Promise<number[]> {
  const isNewest = order === 'newest'
  const { commentId } = appeals
  const rows = await db()
    .select({ id: commentId })
    .from(appeals)
    .where(after === null ? undefined : (isNewest ? lt : gt)(commentId, after))
    .orderBy((isNewest ? desc : asc)(commentId))
    .limit(limit)
  return rows.map(({ id }) => id)
}
