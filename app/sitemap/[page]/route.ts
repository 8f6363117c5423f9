import { respond } from '@/app/_machines/respond'
import { articlePages, standingPages } from '@/app/_machines/sitemap'
import { sitemap } from '@/components/feeds/sitemap'
import { countSitemaps } from '@/db/sitemap'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/sitemap/[page]'>) {
  const { page } = await params
  if (page === 'pages.xml') return respond('application/xml', sitemap(await standingPages(new Date())))
  const number = Number(/^articles-([1-9]\d{0,5})\.xml$/.exec(page)?.[1])
  if (number <= (await countSitemaps()))
    return respond('application/xml', sitemap(await articlePages(number, new Date())))
  return respond('text/plain', 'There is no such sitemap.\n', 404)
}
