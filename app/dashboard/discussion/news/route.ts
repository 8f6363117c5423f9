import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import { getNews } from '@/db/queue-news'
import { queueQuery } from '@/domain/comments/queue-input'
import { COMMENT_STATES } from '@/domain/comments/states'
import { elsewhere } from '../elsewhere'

/** `12:held,13:held`: what one looks at. */
const seenSchema = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((pair) => pair.split(':')) : []),
    z.array(z.tuple([z.coerce.number().int().positive(), z.enum(COMMENT_STATES)])).max(100),
  )
  .catch([])

export async function GET(request: NextRequest) {
  const actor = await requireStaffOr401('moderate')
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const since = z.coerce.number().int().min(0).max(8.64e15).catch(8.64e15).parse(asked.since)
  const seen = new Map(seenSchema.parse(asked.seen))
  const now = new Date()
  const { arrived, changed } = await getNews(
    actor,
    queueQuery.parse(asked),
    { since: new Date(since), seen },
    now,
  )
  return Response.json(
    { arrived, changed: await elsewhere(changed, now) },
    { headers: { 'cache-control': 'no-store' } },
  )
}
