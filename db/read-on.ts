import { and, asc, desc, eq } from 'drizzle-orm'
import type { ArticleCard } from './cards'
import type { ArticleView } from './articles'
import { type KeyRow, listKeys } from './article-keys'
import { listCards } from './cards'
import { db } from './client'
import { newerThan, olderThan } from './keyset'
import { whileItHolds } from './remembered'
import { articles, revisions } from './schema/articles'
import { tracks } from './touches'
import { holdsUntilNextArticle, isPublicAt } from './visibility'

export type Neighbour = { slug: string; title: string }
export type Around = {
  related: ArticleCard[]
  neighbours: { previous: Neighbour | null; next: Neighbour | null }
}

type Here = Pick<ArticleView, 'id' | 'publishAt' | 'topics'>

/** Where a reader of a public article may go from there. */
export const listAround = (article: Here, now: Date, limit: number): Promise<Around> =>
  whileItHolds(
    `around ${JSON.stringify([article.id, article.publishAt, article.topics.map(({ id }) => id), limit])}`,
    now,
    async () => ({
      related: await listRelated(article, now, limit),
      neighbours: await getNeighbours(article, now),
    }),
  )

/** Other articles of the same topics, the main topic first and the newest first; newest articles where those run out. */
export async function listRelated(
  article: Pick<ArticleView, 'id' | 'topics'>,
  now: Date,
  limit: number,
): Promise<ArticleCard[]> {
  tracks('articles')
  const ids = new Set<number>()
  const take = (rows: KeyRow[]) => {
    for (const { id } of rows) if (id !== article.id && ids.size < limit) ids.add(id)
  }
  for (const topic of article.topics)
    if (ids.size < limit) take(await listKeys({ topicId: topic.id }, null, now, limit + 1))
  if (ids.size < limit) take(await listKeys({}, null, now, 2 * limit + 1))
  return listCards([...ids], now)
}

/** The articles published before and after this one. */
export async function getNeighbours(
  { id, publishAt }: Pick<ArticleCard, 'id' | 'publishAt'>,
  now: Date,
): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  tracks('articles')
  const select = () =>
    db()
      .select({ slug: articles.slug, title: revisions.title })
      .from(articles)
      .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
  const [previous] = await select()
    .where(and(isPublicAt(publishAt), olderThan(articles.publishAt, articles.id, [publishAt, id])))
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(1)
  const [next] = await select()
    .where(and(isPublicAt(now), newerThan(articles.publishAt, articles.id, [publishAt, id])))
    .orderBy(asc(articles.publishAt), asc(articles.id))
    .limit(1)
  if (!next) await holdsUntilNextArticle(now)
  return { previous: neighbour(previous), next: neighbour(next) }
}

const neighbour = (row: { slug: string | null; title: string } | undefined): Neighbour | null =>
  row && row.slug !== null ? { slug: row.slug, title: row.title } : null
