import { wholeArticleJson } from '@/app/_machines/json'
import { movedFrom, respondJson } from '@/app/_machines/respond'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { getSite } from '@/db/settings'
import { articlePath } from '@/domain/articles'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/api/articles/[slug]'>) {
  const { slug } = await params
  const article = await articles.getPublished(slug, new Date())
  const { timeZone } = await getSite()
  if (article) return respondJson(wholeArticleJson(article, { origin: config().siteUrl, timeZone }))
  const moved = await movedFrom(articlePath(slug), (path) => `/api${path}`)
  return moved ?? respondJson({ error: 'There is no such article.' }, 404)
}
