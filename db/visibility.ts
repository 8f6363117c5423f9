import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { db } from './client'
import { articles } from './schema/articles'
import { holdsUntil } from './touches'

/** `isPublic` of domain/articles.ts as a condition: what the public may see of `articles`, wherever it is joined. */
export const isPublicAt = (now: Date) => and(eq(articles.state, 'published'), lte(articles.publishAt, now))

/** `isScheduled` of domain/articles.ts as a condition. */
export const isScheduledAt = (now: Date) => and(eq(articles.state, 'published'), gt(articles.publishAt, now))

/** Says that a list of all public articles holds until the next one appears. */
export async function holdsUntilNextArticle(now: Date): Promise<void> {
  const [next] = await db()
    .select({ publishAt: articles.publishAt })
    .from(articles)
    .where(isScheduledAt(now))
    .orderBy(asc(articles.publishAt))
    .limit(1)
  holdsUntil(next?.publishAt ?? null)
}
