import type { NextRequest } from 'next/server'
import { articleJson } from '@/app/_machines/json'
import { respondJson } from '@/app/_machines/respond'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { listScores } from '@/db/scores'
import { getSite } from '@/db/settings'

export const dynamic = 'force-dynamic'

export async function GET({ nextUrl }: NextRequest) {
  const now = new Date()
  const { items, next } = await articles.listPublished(now, {
    after: nextUrl.searchParams.get('after'),
  })
  const place = { origin: config().siteUrl, timeZone: (await getSite()).timeZone }
  const scores = await listScores(
    items.map(({ id }) => id),
    now,
  )
  const scored = items.map((article) => ({ ...article, score: scores.get(article.id) ?? null }))
  return respondJson({ items: scored.map((article) => articleJson(article, place)), next })
}
