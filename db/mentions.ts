import {
  aliasedTable,
  and,
  asc,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  lt,
  lte,
  min,
  ne,
  notExists,
} from 'drizzle-orm'
import { db } from './client'
import { newerThan, olderThan } from './keyset'
import { countElsewhere } from './mentions-elsewhere'
import { articles, links, revisions } from './schema/articles'
import { holdsUntil } from './touches'

/** A link from another article of ours, shown while that article is public. */
export type MentionView = { id: number; slug: string; title: string; publishAt: Date; quote: string }
type MentionKey = [publishAt: Date, articleId: number]

/** On the page of the article itself. */
const SHOWN = 50

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
  await holdsUntilNextMention(articleIds, now)
  const rows = await db()
    .select({ id: links.targetArticleId, count: countDistinct(links.articleId) })
    .from(links)
    .where(and(mentioning(articleIds), lte(links.publishAt, now)))
    .groupBy(links.targetArticleId)
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])))
}

/** Says that a list of mentions holds until the next article that links there appears. */
export async function holdsUntilNextMention(articleIds: number[], now: Date): Promise<void> {
  const [coming] = await db()
    .select({ publishAt: min(links.publishAt) })
    .from(links)
    .where(and(mentioning(articleIds), gt(links.publishAt, now)))
  holdsUntil(coming?.publishAt ?? null)
}

// an article may link to another more than once
const earlier = aliasedTable(links, 'earlier')
const isFirstLink = () =>
  notExists(
    db()
      .select({ id: earlier.id })
      .from(earlier)
      .where(
        and(
          eq(earlier.targetArticleId, links.targetArticleId),
          eq(earlier.publishAt, links.publishAt),
          eq(earlier.articleId, links.articleId),
          lt(earlier.position, links.position),
        ),
      ),
  )

/** The articles that mention this one, the newest first, each with the words around its first link. */
export async function listMentions(
  articleId: number,
  now: Date,
  { key = null, limit = SHOWN }: { key?: MentionKey | null; limit?: number } = {},
): Promise<MentionView[]> {
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
    .where(
      and(
        mentioning([articleId]),
        lte(links.publishAt, now),
        key === null ? undefined : olderThan(links.publishAt, links.articleId, key),
        isFirstLink(),
      ),
    )
    .orderBy(desc(links.publishAt), desc(links.articleId))
    .limit(limit)
  return rows.flatMap(({ slug, ...rest }) => (slug === null ? [] : [{ slug, ...rest }]))
}

/** The keys of those newer than one, from old to new. */
export async function listMentionKeys(
  articleId: number,
  now: Date,
  { newerThan: key, limit }: { newerThan: MentionKey; limit: number },
): Promise<MentionKey[]> {
  const rows = await db()
    .select({ publishAt: links.publishAt, id: links.articleId })
    .from(links)
    .where(
      and(
        mentioning([articleId]),
        lte(links.publishAt, now),
        newerThan(links.publishAt, links.articleId, key),
        isFirstLink(),
      ),
    )
    .orderBy(asc(links.publishAt), asc(links.articleId))
    .limit(limit)
  return rows.map(({ publishAt, id }) => [publishAt, id])
}
