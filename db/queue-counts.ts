import { and, count, eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { CommentState } from '@/domain/comments/states'
import { COMMENT_STATES } from '@/domain/comments/states'
import { db } from './client'
import { comments } from './schema/comments'

/** A count that reaches this far means so many or more: what was published grows without end. */
export const COUNTED = 1_000

/** How many comments stand in each state, of the site or of one article. */
export async function countQueue(actor: Actor, articleId?: number): Promise<Record<CommentState, number>> {
  const counts = { published: 0, held: 0, spam: 0, removed: 0 }
  if (!actorMay(actor, 'moderate')) return counts
  for (const state of COMMENT_STATES) {
    const some = db()
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(
          eq(comments.state, state),
          articleId === undefined ? undefined : eq(comments.articleId, articleId),
        ),
      )
      .limit(COUNTED)
      .as('some')
    const [row] = await db().select({ count: count() }).from(some)
    counts[state] = row?.count ?? 0
  }
  return counts
}
