import { newestArticles } from '@/app/_machines/newest'
import { respond } from '@/app/_machines/respond'
import { articleItem } from '@/components/feeds/article-item'
import { rss } from '@/components/feeds/rss'
import { config } from '@/config'
import { getSite } from '@/db/settings'
import { getTopic } from '@/db/topics'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/topics/[slug]/feed.xml'>) {
  const { slug } = await params
  const topic = await getTopic(slug)
  if (!topic) return respond('text/plain', 'There is no such topic.\n', 404)
  const { siteUrl } = config()
  const page = new URL(`/topics/${topic.slug}`, siteUrl)
  const site = await getSite()
  const articles = await newestArticles(new Date(), topic.id)
  const feed = rss({
    title: `${topic.name} · ${site.name}`,
    description: topic.description || site.tagline || site.name,
    page,
    self: new URL(`${page.pathname}/feed.xml`, siteUrl),
    items: articles.map((article) => articleItem(article, siteUrl)),
  })
  return respond('application/rss+xml', feed)
}
