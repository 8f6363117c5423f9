import { and, eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { CommentState } from '@/domain/comments/states'
import { COMMENT_STATES } from '@/domain/comments/states'
import { countSome } from './counting'
import { comments } from './schema/comments'

/** How many comments stand in each state, of the site or of one article; from `COUNTED` on, so many or more. */
export async function countQueue(actor: Actor, articleId?: number): Promise<Record<CommentState, number>> {
  const counts = { published: 0, held: 0, spam: 0, removed: 0 }
  if (!actorMay(actor, 'moderate')) return counts
  for (const state of COMMENT_STATES) {
    const ofArticle = articleId === undefined ? undefined : eq(comments.articleId, articleId)
    counts[state] = await countSome(comments, and(eq(comments.state, state), ofArticle))
  }
  return counts
}
