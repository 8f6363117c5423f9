import { and, asc, eq, inArray } from 'drizzle-orm'
import { stepThroughArticles } from './article-steps'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { dropLinks, writeLinks } from './links'
import { list, unlist } from './listings'
import { articlePeople, articles, articleTopics, links, revisions } from './schema/articles'
import { articleTitles, indexTitle } from './search'
import { touches } from './touches'

// What is kept beside the revisions of an article so that lists find it, worked out again from the revisions alone.

const PARTS = ['topics', 'people', 'links', 'title'] as const
type Part = (typeof PARTS)[number]
export type Mislisted = { articleId: number; parts: Part[] }

/** Looks up how every article is listed and answers those that are listed wrongly. */
export async function* listMislisted(): AsyncGenerator<Mislisted> {
  for await (const ids of stepThroughArticles()) yield* await compare(db(), ids)
}

/** Lists one article again, where its published revision says. */
export function relist(articleId: number): Promise<void> {
  return transact(async (tx) => {
    const listing = (await listingsOf(tx, [articleId])).get(articleId)
    const title = (await titlesOf(tx, [articleId])).get(articleId)
    if (title !== undefined) await indexTitle(tx, articleId, { title, publicTitle: listing?.title })
    if (!listing) await unlist(tx, articleId)
    else await list(tx, articleId, listing, listing.publishAt)
    const mentioned = listing ? await relink(tx, articleId, listing) : await dropLinks(tx, articleId)
    await touches(tx, 'articles', ...[articleId, ...mentioned].map((id) => `article:${id}`))
  })
}

async function relink(tx: Tx, articleId: number, { revisionId, publishAt }: Listing): Promise<number[]> {
  const [row] = await tx
    .select({ document: revisions.document })
    .from(revisions)
    .where(eq(revisions.id, revisionId))
  return row ? writeLinks(tx, { articleId, revisionId, publishAt }, row.document) : dropLinks(tx, articleId)
}

async function compare(from: Db, ids: number[]): Promise<Mislisted[]> {
  const listings = await listingsOf(from, ids)
  const titles = await titlesOf(from, ids)
  const kept = { ...(await keptOf(from, ids)), titles: await keptTitlesOf(from, ids) }
  return ids.flatMap((articleId) => {
    const listing = listings.get(articleId)
    const at = listing?.publishAt.getTime() ?? 0
    const right: Record<Part, boolean> = {
      topics: isSame(kept.topics.get(articleId), listing?.topicIds, at),
      people: isSame(kept.people.get(articleId), listing?.peopleIds, at),
      // which links there are is the document's to say; here, whose and since when
      links: (kept.links.get(articleId) ?? []).every((entry) => entry === `${listing?.revisionId}@${at}`),
      title:
        kept.titles.get(articleId)?.title === titles.get(articleId) &&
        // what is not public is found by no public title, whatever stands there
        (!listing || kept.titles.get(articleId)?.publicTitle === listing.title),
    }
    const parts = PARTS.filter((part) => !right[part])
    return parts.length > 0 ? [{ articleId, parts }] : []
  })
}

type Listing = {
  revisionId: number
  title: string
  topicIds: number[]
  peopleIds: number[]
  publishAt: Date
}

async function listingsOf(from: Db, ids: number[]): Promise<Map<number, Listing>> {
  const rows = await from
    .select({
      id: articles.id,
      revisionId: revisions.id,
      title: revisions.title,
      publishAt: articles.publishAt,
      topicIds: revisions.topicIds,
      peopleIds: revisions.peopleIds,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(inArray(articles.id, ids), eq(articles.state, 'published')))
  return new Map(
    rows.flatMap(({ id, publishAt, ...rest }) => (publishAt ? [[id, { publishAt, ...rest }]] : [])),
  )
}

async function titlesOf(from: Db, ids: number[]): Promise<Map<number, string>> {
  const rows = await from
    .select({ id: articles.id, title: revisions.title })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(inArray(articles.id, ids))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function keptTitlesOf(from: Db, ids: number[]) {
  const rows = await from.select().from(articleTitles).where(inArray(articleTitles.id, ids))
  return new Map(rows.map(({ id, ...titles }) => [id, titles]))
}

/** Topics, people or the revisions of links as `id@instant`, in their order. */
type Kept = Map<number, string[]>

async function keptOf(from: Db, ids: number[]): Promise<{ topics: Kept; people: Kept; links: Kept }> {
  const topicRows = await from
    .select({
      articleId: articleTopics.articleId,
      id: articleTopics.topicId,
      publishAt: articleTopics.publishAt,
    })
    .from(articleTopics)
    .where(inArray(articleTopics.articleId, ids))
    .orderBy(asc(articleTopics.position))
  const peopleRows = await from
    .select({
      articleId: articlePeople.articleId,
      id: articlePeople.personId,
      publishAt: articlePeople.publishAt,
    })
    .from(articlePeople)
    .where(inArray(articlePeople.articleId, ids))
    .orderBy(asc(articlePeople.position))
  const linkRows = await from
    .select({ articleId: links.articleId, id: links.revisionId, publishAt: links.publishAt })
    .from(links)
    .where(inArray(links.articleId, ids))
  return { topics: byArticle(topicRows), people: byArticle(peopleRows), links: byArticle(linkRows) }
}

function byArticle(rows: { articleId: number; id: number; publishAt: Date }[]): Kept {
  const kept: Kept = new Map()
  for (const { articleId, id, publishAt } of rows) {
    const entry = `${id}@${publishAt.getTime()}`
    const known = kept.get(articleId)
    if (known) known.push(entry)
    else kept.set(articleId, [entry])
  }
  return kept
}

const isSame = (kept: string[] = [], ids: number[] = [], at: number): boolean =>
  kept.join() === ids.map((id) => `${id}@${at}`).join()
