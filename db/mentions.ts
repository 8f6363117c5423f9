import { and, asc, countDistinct, desc, eq, inArray, min, ne } from 'drizzle-orm'
import { db } from './client'
import { articles, links, revisions } from './schema'
import { holdsUntil } from './touches'
import { isPublicAt, isScheduledAt } from './visibility'

/** A link from another article of ours, shown while that article is public. */
export type MentionView = { slug: string; title: string; publishAt: Date; quote: string }

const SHOWN = 50

// an article that links to itself mentions nobody
const mentioning = (articleIds: number[]) =>
  and(inArray(links.targetArticleId, articleIds), ne(links.articleId, links.targetArticleId))

/** How many public articles mention each of these; those that nobody mentions are left out. */
export async function countMentions(articleIds: number[], now: Date): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const [next] = await db()
    .select({ publishAt: min(articles.publishAt) })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.articleId))
    .where(and(mentioning(articleIds), isScheduledAt(now)))
  holdsUntil(next?.publishAt ?? null)
  const rows = await db()
    .select({ id: links.targetArticleId, count: countDistinct(links.articleId) })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.articleId))
    .where(and(mentioning(articleIds), isPublicAt(now)))
    .groupBy(links.targetArticleId)
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])))
}

/** The newest articles that mention this one, each with the words around its first link. */
export async function listMentions(articleId: number, now: Date): Promise<MentionView[]> {
  const rows = await db()
    .select({
      id: articles.id,
      slug: articles.slug,
      title: revisions.title,
      publishAt: articles.publishAt,
      quote: links.quote,
    })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(mentioning([articleId]), isPublicAt(now)))
    .orderBy(desc(articles.publishAt), desc(articles.id), asc(links.position))
    .limit(SHOWN * 4)
  const first = new Map<number, MentionView>()
  for (const { id, slug, publishAt, ...rest } of rows)
    if (slug !== null && publishAt !== null && !first.has(id)) first.set(id, { slug, publishAt, ...rest })
  return [...first.values()].slice(0, SHOWN)
}
