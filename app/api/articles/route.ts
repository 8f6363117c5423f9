import type { NextRequest } from 'next/server'
import { articleJson } from '@/app/_machines/json'
import { respondJson } from '@/app/_machines/respond'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { getSite } from '@/db/settings'

export const dynamic = 'force-dynamic'

export async function GET({ nextUrl }: NextRequest) {
  const { items, next } = await articles.listPublished(new Date(), {
    after: nextUrl.searchParams.get('after'),
  })
  const place = { origin: config().siteUrl, timeZone: (await getSite()).timeZone }
  return respondJson({ items: items.map((article) => articleJson(article, place)), next })
}
