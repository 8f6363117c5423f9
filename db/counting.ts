import type { SQL } from 'drizzle-orm'
import { count } from 'drizzle-orm'
import { COUNTED } from '@/domain/counting'
import { db } from './client'
import type { articles } from './schema/articles'
import type { comments } from './schema/comments'
import type { mails } from './schema/mail'
import type { outgoingMentions } from './schema/outgoing'
import type { mentions } from './schema/mentions'
import type { scoreKeys } from './schema/scores'

/** How many rows meet a condition, counted as far as `most`. */
export async function countSome(
  rows:
    | typeof articles
    | typeof comments
    | typeof mails
    | typeof mentions
    | typeof outgoingMentions
    | typeof scoreKeys,
  where: SQL | undefined,
  most = COUNTED,
): Promise<number> {
  const some = db().select({ id: rows.id }).from(rows).where(where).limit(most).as('some')
  const [row] = await db().select({ count: count() }).from(some)
  return row?.count ?? 0
}
