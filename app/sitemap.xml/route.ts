import { respond } from '@/app/_machines/respond'
import { articlePages, standingPages } from '@/app/_machines/sitemap'
import { sitemap, sitemapIndex } from '@/components/feeds/sitemap'
import { config } from '@/config'
import { countSitemaps } from '@/db/sitemap'

export const dynamic = 'force-dynamic'

/** All addresses, or where there are many of them a list of the sitemaps that hold them. */
export async function GET() {
  const now = new Date()
  const count = await countSitemaps()
  if (count <= 1)
    return respond(
      'application/xml',
      sitemap([...(await standingPages(now)), ...(await articlePages(1, now))]),
    )
  const names = ['pages', ...Array.from({ length: count }, (_, i) => `articles-${i + 1}`)]
  return respond(
    'application/xml',
    sitemapIndex(names.map((name) => new URL(`/sitemap/${name}.xml`, config().siteUrl))),
  )
}
