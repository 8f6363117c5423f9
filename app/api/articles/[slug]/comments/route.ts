import type { NextRequest } from 'next/server'
import { commentJson } from '@/app/_machines/json'
import { movedFrom, respondJson } from '@/app/_machines/respond'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { listComments } from '@/db/comment-lists'
import { articlePath } from '@/domain/articles'

export const dynamic = 'force-dynamic'

export async function GET(
  { nextUrl }: NextRequest,
  { params }: RouteContext<'/api/articles/[slug]/comments'>,
) {
  const { slug } = await params
  const now = new Date()
  const article = await articles.getPublished(slug, now)
  if (!article) {
    const moved = await movedFrom(articlePath(slug), (path) => `/api${path}/comments`)
    return moved ?? respondJson({ error: 'There is no such article.' }, 404)
  }
  const { items, next } = await listComments(article.id, nextUrl.searchParams.get('after'), now)
  return respondJson({
    items: items.map((comment) => commentJson(comment, article.slug, config().siteUrl)),
    next,
  })
}
