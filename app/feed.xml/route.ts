import { newestArticles } from '@/app/_machines/newest'
import { respond } from '@/app/_machines/respond'
import { articleItem } from '@/components/feeds/article-item'
import { rss } from '@/components/feeds/rss'
import { config } from '@/config'
import { getSite } from '@/db/settings'

export const dynamic = 'force-dynamic'

export async function GET() {
  const { siteUrl } = config()
  const { name, tagline } = await getSite()
  const articles = await newestArticles(new Date())
  const feed = rss({
    title: name,
    description: tagline || name,
    page: siteUrl,
    self: new URL('/feed.xml', siteUrl),
    items: articles.map((article) => articleItem(article, siteUrl)),
  })
  return respond('application/rss+xml', feed)
}
