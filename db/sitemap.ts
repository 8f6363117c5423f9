import { and, asc, between, eq, exists, lte, max } from 'drizzle-orm'
import { isPublic } from '@/domain/articles'
import { db } from './client'
import { articlePeople, articles } from './schema/articles'
import { people } from './schema/people'
import { tracks } from './touches'
import { holdsUntilNextArticle } from './visibility'

/** A sitemap may hold 50 000 addresses; fewer keep each quick to make. */
const ARTICLES_A_SITEMAP = 10_000

/** How many sitemaps the articles are spread over: each covers a range of ids, so an article never moves to another. */
export async function countSitemaps(): Promise<number> {
  tracks('articles')
  const [last] = await db()
    .select({ id: max(articles.id) })
    .from(articles)
  return Math.ceil((last?.id ?? 0) / ARTICLES_A_SITEMAP)
}

export type SitemapEntry = { slug: string; changedAt: Date }

/** The public articles of one sitemap, counted from 1. */
export async function listSitemapArticles(number: number, now: Date): Promise<SitemapEntry[]> {
  tracks('articles')
  await holdsUntilNextArticle(now)
  const first = (number - 1) * ARTICLES_A_SITEMAP + 1
  const { id, slug, state, publishAt, revisedAt } = articles
  const rows = await db()
    .select({ slug, state, publishAt, revisedAt })
    .from(articles)
    .where(between(id, first, first + ARTICLES_A_SITEMAP - 1))
    .orderBy(asc(id))
  // asked for in the query, SQLite would walk all public articles for the ten thousand of this range
  return rows.flatMap((row) =>
    isPublic(row, now) && row.slug !== null && row.publishAt !== null
      ? [{ slug: row.slug, changedAt: later(row.publishAt, row.revisedAt) }]
      : [],
  )
}

/** The people who wrote something public: colleagues may have an account long before they want to be found. */
export async function listSitemapAuthors(now: Date): Promise<string[]> {
  tracks('articles', 'people')
  await holdsUntilNextArticle(now)
  const written = db()
    .select({ id: articlePeople.id })
    .from(articlePeople)
    .where(and(eq(articlePeople.personId, people.id), lte(articlePeople.publishAt, now)))
  const rows = await db()
    .select({ slug: people.slug })
    .from(people)
    .where(exists(written))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(({ slug }) => slug)
}

const later = (published: Date, revised: Date | null) =>
  revised && revised > published ? revised : published
