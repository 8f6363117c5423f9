import { movedFrom, respond } from '@/app/_machines/respond'
import { commentItem } from '@/components/feeds/comment-item'
import { rss } from '@/components/feeds/rss'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { listNewestComments } from '@/db/comment-lists'
import { getSite } from '@/db/settings'
import { articlePath } from '@/domain/articles'
import { formatDateTime } from '@/domain/dates'
import { discussionSentence, inWords } from '@/domain/discussion/sentence'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/articles/[slug]/comments.xml'>) {
  const { slug } = await params
  const now = new Date()
  const article = await articles.getPublished(slug, now)
  if (!article) {
    const moved = await movedFrom(articlePath(slug), (path) => `${path}/comments.xml`)
    return moved ?? respond('text/plain', 'There is no such article.\n', 404)
  }
  const { siteUrl } = config()
  const { timeZone } = await getSite()
  const comments = await listNewestComments(article.id, now)
  const feed = rss({
    title: `Comments on “${article.title}”`,
    description: inWords(discussionSentence(article.discussion), (instant) =>
      formatDateTime(instant, timeZone),
    ),
    page: new URL(articlePath(article.slug), siteUrl),
    self: new URL(`${articlePath(article.slug)}/comments.xml`, siteUrl),
    items: comments.map((comment) => commentItem(comment, article, siteUrl)),
  })
  return respond('application/rss+xml', feed)
}
