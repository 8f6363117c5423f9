import { asc, between, max } from 'drizzle-orm'
import { isPublic } from '@/domain/articles'
import { db } from './client'
import { articles } from './schema/articles'
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

const later = (published: Date, revised: Date | null) =>
  revised && revised > published ? revised : published
