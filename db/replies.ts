import { aliasedTable, and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { fairShare } from '@/domain/comments/share'
import { db } from './client'
import { type ViewRow, viewColumns } from './comment-views'
import { comments } from './schema/comments'

type Answered = { id: number; count: number }

/**
 * The first shown replies of each comment, by id, together at most `budget` (and at least one of each): the longest
 * discussion reads as fast as a usual one. `under`: what stands in the whole thread of a root, or the direct replies.
 */
export async function listFirstReplies(
  answered: Answered[],
  { under, budget }: { under: 'rootId' | 'parentId'; budget: number },
): Promise<ViewRow[]> {
  const tops = answered.filter(({ count }) => count > 0)
  if (tops.length === 0) return []
  const share = fairShare(
    tops.map(({ count }) => count),
    budget,
  )
  const top = aliasedTable(comments, 'top')
  const reply = aliasedTable(comments, 'reply')
  const lastOfShare = db()
    .select({ id: reply.id })
    .from(reply)
    .where(and(eq(reply[under], top.id), eq(reply.shown, true)))
    .orderBy(asc(reply.id))
    .limit(1)
    .offset(share - 1)
  const inShare = lte(comments.id, sql`coalesce(${lastOfShare}, ${Number.MAX_SAFE_INTEGER})`)
  return db()
    .select(viewColumns)
    .from(top)
    .innerJoin(comments, and(eq(comments[under], top.id), eq(comments.shown, true), inShare))
    .where(
      inArray(
        top.id,
        tops.map(({ id }) => id),
      ),
    )
    .orderBy(asc(comments.id))
}
