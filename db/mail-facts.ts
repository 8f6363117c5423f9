import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from './client'
import { countSome } from './counting'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { subscriptions } from './schema/readers'

// what messages are written from, as it is when they are sent

/** A reply that a message tells of. */
export type ToldReply = { id: number; name: string; source: string; slug: string; title: string }

/** Those of the replies that readers see, to comments that this one still follows, in the order in which they were said. */
export async function listTold(readerId: number, ids: number[]): Promise<ToldReply[]> {
  const rows = await db()
    .select({
      id: comments.id,
      name: comments.name,
      source: comments.source,
      slug: articles.slug,
      title: revisions.title,
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.commentId, comments.parentId), eq(subscriptions.readerId, readerId)),
    )
    .where(and(inArray(comments.id, ids), eq(comments.state, 'published')))
    .orderBy(asc(comments.id))
  return rows.flatMap(({ slug, ...row }) => (slug === null ? [] : [{ ...row, slug }]))
}

const WAITING = 5

/** The newest comments that wait for a decision. */
export const listWaiting = (): Promise<{ name: string; title: string; source: string }[]> =>
  db()
    .select({ name: comments.name, title: revisions.title, source: comments.source })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(comments.state, 'held'))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(WAITING)

/** How many wait, as far as lists are counted. */
export const countWaiting = () => countSome(comments, eq(comments.state, 'held'))
