import { and, countDistinct, desc, eq, gt, inArray, lte, min, ne } from 'drizzle-orm'
import { db } from './client'
import { countElsewhere } from './mentions-elsewhere'
import { articles, links, revisions } from './schema/articles'
import { holdsUntil } from './touches'

/** A link from another article of ours, shown while that article is public. */
export type MentionView = { slug: string; title: string; publishAt: Date; quote: string }

const SHOWN = 50
/** Links that are read to find so many mentions: an article may link to another more than once. */
const READ = 4 * SHOWN

// links stand there for published and scheduled articles alone; one that links to itself mentions nobody
const mentioning = (articleIds: number[]) =>
  and(inArray(links.targetArticleId, articleIds), ne(links.articleId, links.targetArticleId))

/** How many public articles and pages of other sites mention each of these; those that nobody mentions are left out. */
export async function countMentions(articleIds: number[], now: Date): Promise<Map<number, number>> {
  const own = await countOwn(articleIds, now)
  const elsewhere = await countElsewhere(articleIds)
  return new Map(
    [...new Set([...own.keys(), ...elsewhere.keys()])].map((id) => [
      id,
      (own.get(id) ?? 0) + (elsewhere.get(id) ?? 0),
    ]),
  )
}

async function countOwn(articleIds: number[], now: Date): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const [coming] = await db()
    .select({ publishAt: min(links.publishAt) })
    .from(links)
    .where(and(mentioning(articleIds), gt(links.publishAt, now)))
  holdsUntil(coming?.publishAt ?? null)
  const rows = await db()
    .select({ id: links.targetArticleId, count: countDistinct(links.articleId) })
    .from(links)
    .where(and(mentioning(articleIds), lte(links.publishAt, now)))
    .groupBy(links.targetArticleId)
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])))
}

/** The newest articles that mention this one, each with the words around its first link. */
export async function listMentions(articleId: number, now: Date): Promise<MentionView[]> {
  const rows = await db()
    .select({
      id: links.articleId,
      slug: articles.slug,
      title: revisions.title,
      publishAt: links.publishAt,
      quote: links.quote,
    })
    .from(links)
    .innerJoin(articles, eq(articles.id, links.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(mentioning([articleId]), lte(links.publishAt, now)))
    .orderBy(desc(links.publishAt), desc(links.articleId), desc(links.position))
    .limit(READ)
  const mentions = new Map<number, MentionView>()
  // the last row of an article is its first link
  for (const { id, slug, ...rest } of rows) if (slug !== null) mentions.set(id, { slug, ...rest })
  return [...mentions.values()].slice(0, SHOWN)
}
