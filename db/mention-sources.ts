import { and, asc, count, eq, gt, gte, lt, max, min } from 'drizzle-orm'
import { z } from 'zod'
import { type Actor, actorMay } from '@/domain/actor'
import { decodeCursor, type Listing, page } from '@/domain/paging'
import { db } from './client'
import { mentions } from './schema/mentions'

/** A site that links to us: how many of its pages readers see, and when the first and the last came. */
export type SourceView = { host: string; count: number; firstAt: Date; lastAt: Date }

type Wanted = { state: 'published' | 'held'; host?: string | undefined; after?: string | undefined }

const hostKey = z.string().max(253)

/** The sites that link to us, by name; those that begin with `host` where one is asked for. */
export async function listSources(
  actor: Actor,
  { state, host, after }: Wanted,
  limit = 50,
): Promise<Listing<SourceView>> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null }
  const key = decodeCursor(after, hostKey)
  const rows = await db()
    .select({
      host: mentions.host,
      count: count(),
      firstAt: min(mentions.receivedAt),
      lastAt: max(mentions.receivedAt),
    })
    .from(mentions)
    .where(
      and(
        // a bound on the name, wherever it begins, is what the index is walked from
        gte(mentions.host, host ?? ''),
        host === undefined ? undefined : lt(mentions.host, `${host}\uffff`),
        key === null ? undefined : gt(mentions.host, key),
        eq(mentions.state, state),
      ),
    )
    .groupBy(mentions.host)
    .orderBy(asc(mentions.host))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => last.host)
  return {
    next,
    items: items.flatMap(({ firstAt, lastAt, ...row }) =>
      firstAt && lastAt ? [{ ...row, firstAt, lastAt }] : [],
    ),
  }
}
