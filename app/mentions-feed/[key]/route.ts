import { respond } from '@/app/_machines/respond'
import { rss } from '@/components/feeds/rss'
import { config } from '@/config'
import * as feeds from '@/db/mention-feeds'
import { getSite } from '@/db/settings'
import { answer } from '@/documents/reading'
import { MENTIONS_DESK } from '@/domain/mentions/desk'

export const dynamic = 'force-dynamic'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Who links to us, for feed readers of staff: they carry no session, so the address is the key. */
export async function GET(_: Request, { params }: RouteContext<'/mentions-feed/[key]'>) {
  answer.personal()
  const { key } = await params
  if (!(await feeds.opens(key))) return respond('text/plain', 'There is no such feed.\n', 404)
  const { siteUrl } = config()
  const { name } = await getSite()
  const newest = await feeds.listNewest()
  const items = newest.map(({ id, source, host, authorName, title, excerpt, receivedAt, articleTitle }) => ({
    title: `${title || host} mentions “${articleTitle}”`,
    url: new URL(source),
    id: new URL(`/#mention-${id}`, siteUrl).href,
    publishedAt: receivedAt,
    authors: [authorName || host],
    categories: [],
    summary: excerpt,
    content: `<p>${escaped(excerpt)}</p>`,
    image: null,
    comments: null,
  }))
  const feed = rss({
    title: `Who links to ${name}`,
    description: 'Pages of other sites that link to articles, those that wait for a decision too.',
    page: new URL(MENTIONS_DESK, siteUrl),
    self: new URL(`/mentions-feed/${key}`, siteUrl),
    items,
  })
  return respond('application/rss+xml', feed)
}
