import { newestArticles } from '@/app/_machines/newest'
import { respondJson } from '@/app/_machines/respond'
import { jsonFeed } from '@/components/feeds/json-feed'
import { config } from '@/config'
import { getSite } from '@/db/settings'

export const dynamic = 'force-dynamic'

export async function GET() {
  const feed = jsonFeed(await getSite(), await newestArticles(new Date()), config().siteUrl)
  return respondJson(feed, 200, 'application/feed+json')
}
