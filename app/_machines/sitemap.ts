import type { SitemapPage } from '@/components/feeds/sitemap'
import { config } from '@/config'
import { listAuthorSlugs } from '@/db/people'
import { listSitemapArticles } from '@/db/sitemap'
import { listTopics } from '@/db/topics'
import { articlePath } from '@/domain/articles'

/** Everything but the articles. */
export async function standingPages(now: Date): Promise<SitemapPage[]> {
  const topics = await listTopics()
  const authors = await listAuthorSlugs(now)
  const paths = [
    '/',
    '/articles',
    ...topics.map(({ slug }) => `/topics/${slug}`),
    ...authors.map((slug) => `/authors/${slug}`),
  ]
  return paths.map((path) => ({ url: new URL(path, config().siteUrl), changedAt: null }))
}

export async function articlePages(number: number, now: Date): Promise<SitemapPage[]> {
  const articles = await listSitemapArticles(number, now)
  return articles.map(({ slug, changedAt }) => ({
    url: new URL(articlePath(slug), config().siteUrl),
    changedAt,
  }))
}
