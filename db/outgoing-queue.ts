import { and, asc, eq, isNotNull, isNull, lte, notInArray, or } from 'drizzle-orm'
import { articlePath, slugInPath } from '@/domain/articles'
import type { Endpoint } from '@/domain/mentions/discovery'
import { MOST_TRIES, restMs, type SendingReason, WITHDRAWN } from '@/domain/mentions/sending'
import { db, transact } from './client'
import { getRedirect } from './redirects'
import { articles } from './schema/articles'
import { outgoingMentions as mentions } from './schema/outgoing'
import { urlOf } from '@/domain/url'

/** A mention in the hands of one worker until `leasedUntil`. */
export type LeasedMention = {
  id: number
  target: string
  host: string
  wanted: number
  told: number | null
  source: string | null
  slug: string | null
  tries: number
  dueAt: Date | null
  leasedUntil: Date
}

export type Outcome = { endpoint: Endpoint | null; status: number | null } & (
  | { kind: 'sent'; statusUrl: string; reason: SendingReason | '' }
  | { kind: 'none'; reason: SendingReason | '' }
  | { kind: 'failed'; reason: SendingReason; forGood: boolean; askedRestMs: number }
)

const LOOKED_AT = 50

/**
 * Takes due mentions, the longest waiting first; nobody else gets them before `leaseMs` are over. A lease is a try.
 * Hosts that are `busy` are left out; of one host not more than `perHost` are taken.
 */
export function lease(
  now: Date,
  { leaseMs, limit, perHost, busy }: { leaseMs: number; limit: number; perHost: number; busy: string[] },
): Promise<LeasedMention[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs)
  return transact(async (tx) => {
    const due = await tx
      .select({
        id: mentions.id,
        target: mentions.target,
        host: mentions.host,
        wanted: mentions.wanted,
        told: mentions.told,
        begun: mentions.begun,
        source: mentions.source,
        slug: articles.slug,
        tries: mentions.tries,
        dueAt: mentions.dueAt,
      })
      .from(mentions)
      .innerJoin(articles, eq(articles.id, mentions.articleId))
      .where(
        and(
          lte(mentions.dueAt, now),
          or(isNull(mentions.leasedUntil), lte(mentions.leasedUntil, now)),
          busy.length > 0 ? notInArray(mentions.host, busy) : undefined,
        ),
      )
      .orderBy(asc(mentions.dueAt), asc(mentions.id))
      .limit(LOOKED_AT)
    const leased: LeasedMention[] = []
    for (const { begun, ...row } of due) {
      if (leased.length >= limit) break
      const ended = endedBy({ ...row, begun })
      if (ended) {
        await tx
          .update(mentions)
          .set({ ...ended, begun: null, dueAt: null, leasedUntil: null })
          .where(eq(mentions.id, row.id))
        continue
      }
      if (leased.filter(({ host }) => host === row.host).length >= perHost) continue
      const tries = row.tries + 1
      await tx.update(mentions).set({ leasedUntil, tries, triedAt: now }).where(eq(mentions.id, row.id))
      leased.push({ ...row, tries, leasedUntil })
    }
    return leased
  })
}

/** What a try that was cut off leaves behind: what was about to be said then is not said again. */
function endedBy({ wanted, begun, tries }: { wanted: number; begun: number | null; tries: number }) {
  if (begun === wanted) return { state: doneAs(wanted), told: wanted, reason: 'unheard' } as const
  return tries >= MOST_TRIES ? ({ state: 'failed', reason: 'unheard' } as const) : null
}

const doneAs = (wanted: number) => (wanted === WITHDRAWN ? 'gone' : 'sent')

// a worker that outlived its lease must not speak for the one that has the mention now
const isHeld = ({ id, leasedUntil }: LeasedMention) =>
  and(eq(mentions.id, id), eq(mentions.leasedUntil, leasedUntil))

/** Notes what is about to be said, and as which address of ours; false where it is not to be said any more. */
export function begin(mention: LeasedMention, source: string): Promise<boolean> {
  return transact(async (tx) => {
    const rows = await tx
      .update(mentions)
      .set({ begun: mention.wanted, source })
      .where(and(isHeld(mention), eq(mentions.wanted, mention.wanted)))
      .returning({ id: mentions.id })
    return rows.length > 0
  })
}

/** Lets a mention go that is to be told otherwise by now. */
export async function release(mention: LeasedMention): Promise<void> {
  await transact(async (tx) => {
    await tx.update(mentions).set({ leasedUntil: null }).where(isHeld(mention))
  })
}

/** Notes what came of a try. Where something else is to be told meanwhile, that stays due. */
export function settle(mention: LeasedMention, outcome: Outcome, chance: number, now: Date): Promise<void> {
  return transact(async (tx) => {
    const [held] = await tx
      .select({ wanted: mentions.wanted, dueAt: mentions.dueAt })
      .from(mentions)
      .where(isHeld(mention))
    if (!held) return
    const isCurrent = held.wanted === mention.wanted && held.dueAt?.getTime() === mention.dueAt?.getTime()
    const { endpoint, status } = outcome
    await tx
      .update(mentions)
      .set({
        begun: null,
        leasedUntil: null,
        protocol: endpoint?.protocol ?? null,
        endpoint: endpoint?.url ?? '',
        status,
        ...(outcome.kind === 'sent' && { told: mention.wanted, statusUrl: outcome.statusUrl }),
        ...(isCurrent && resultOf(mention, outcome, chance, now)),
      })
      .where(isHeld(mention))
  })
}

function resultOf({ wanted, tries }: LeasedMention, outcome: Outcome, chance: number, now: Date) {
  const { kind, reason } = outcome
  if (kind === 'sent') return { state: doneAs(wanted), reason, dueAt: null } as const
  if (kind === 'none') return { state: wanted === WITHDRAWN ? 'gone' : 'none', reason, dueAt: null } as const
  if (outcome.forGood || tries >= MOST_TRIES) return { state: 'failed', reason, dueAt: null } as const
  const dueAt = new Date(now.getTime() + restMs(tries, chance, outcome.askedRestMs))
  // whose turn did not come was not tried
  return { state: 'due', reason, dueAt, ...(reason === 'busy' && { tries: tries - 1 }) } as const
}

/** When the next mention can be told; null where none waits. */
export async function nextDue(): Promise<Date | null> {
  const rows = await db()
    .select({ dueAt: mentions.dueAt, leasedUntil: mentions.leasedUntil })
    .from(mentions)
    .where(isNotNull(mentions.dueAt))
    .orderBy(asc(mentions.dueAt), asc(mentions.id))
    .limit(LOOKED_AT)
  const times = rows.flatMap(({ dueAt, leasedUntil }) =>
    dueAt ? [Math.max(dueAt.getTime(), leasedUntil?.getTime() ?? 0)] : [],
  )
  return times.length > 0 ? new Date(Math.min(...times)) : null
}

/**
 * The address of ours that the other side knows or gets to know: the one it was told first, as long as that leads to the
 * article, so that a move makes no second mention there.
 */
export async function sourceOf(
  { source, slug }: Pick<LeasedMention, 'source' | 'slug'>,
  siteUrl: URL,
): Promise<string> {
  if (slug === null) throw new Error('An article without an address links to nobody')
  const current = new URL(articlePath(slug), siteUrl).href
  const known = source === null ? null : urlOf(source)
  if (!known || known.origin !== siteUrl.origin || slugInPath(known.pathname) === null) return current
  const leadsTo = (await getRedirect(known.pathname)) ?? known.pathname
  return leadsTo === articlePath(slug) ? known.href : current
}
