import { and, asc, desc, eq, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import {
  mayBeSentAgain,
  type Sending,
  SENDING_STATES,
  type SendingState,
  WITHDRAWN,
} from '@/domain/mentions/sending'
import type { Listing } from '@/domain/paging'
import { decodeCursor, idKey, page } from '@/domain/paging'
import { record } from './audit'
import { db, transact } from './client'
import { countSome } from './counting'
import { askToSend } from './outgoing'
import { articles, revisions } from './schema/articles'
import { outgoingMentions as mentions } from './schema/outgoing'
import { factsOf, getSubject } from './subject'

/** What became of telling another site of a link to it. */
export type OutgoingView = Sending & {
  id: number
  target: string
  host: string
  endpoint: string
  statusUrl: string
  /** When it was last tried. */
  triedAt: Date | null
  /** When it is tried next; null where nothing is to be done. */
  dueAt: Date | null
}

export type OutgoingRow = OutgoingView & { article: { id: number; title: string; slug: string | null } }

const columns = {
  id: mentions.id,
  target: mentions.target,
  host: mentions.host,
  state: mentions.state,
  wanted: mentions.wanted,
  reason: mentions.reason,
  status: mentions.status,
  protocol: mentions.protocol,
  endpoint: mentions.endpoint,
  statusUrl: mentions.statusUrl,
  tries: mentions.tries,
  triedAt: mentions.triedAt,
  dueAt: mentions.dueAt,
}

const view = <R extends { wanted: number }>({ wanted, ...row }: R) => ({
  ...row,
  isLinked: wanted !== WITHDRAWN,
})

const PAGE = 30

/** Mentions of others in one state, the newest link first. */
export async function listOutgoing(
  actor: Actor,
  { state, after, limit = PAGE }: { state: SendingState; after?: string | null; limit?: number },
): Promise<Listing<OutgoingRow>> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null }
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select({ ...columns, articleId: articles.id, slug: articles.slug, title: revisions.title })
    .from(mentions)
    .innerJoin(articles, eq(articles.id, mentions.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(eq(mentions.state, state), key === null ? undefined : lt(mentions.id, key)))
    .orderBy(desc(mentions.id))
    .limit(limit + 1)
  return page(
    rows.map(({ articleId, slug, title, ...row }) => ({
      ...view(row),
      article: { id: articleId, title, slug },
    })),
    limit,
    (last) => last.id,
  )
}

/** How many mentions stand in each state; from `COUNTED` on, so many or more. */
export async function countOutgoing(actor: Actor): Promise<Record<SendingState, number>> {
  const counts = { due: 0, sent: 0, none: 0, failed: 0, gone: 0 }
  if (!actorMay(actor, 'moderate')) return counts
  for (const state of SENDING_STATES) counts[state] = await countSome(mentions, eq(mentions.state, state))
  return counts
}

const SHOWN = 200

/** The mentions of others in one article, by their addresses. */
export async function listOutgoingOf(articleId: number): Promise<OutgoingView[]> {
  const rows = await db()
    .select(columns)
    .from(mentions)
    .where(eq(mentions.articleId, articleId))
    .orderBy(asc(mentions.target))
    .limit(SHOWN)
  return rows.map(view)
}

export type SendAgainResult =
  { kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: 'forbidden' | 'sending' | 'gone' }

/** Tells another site once more of a link, with tries of its own: for who publishes the article, or moderates. */
export function sendAgain(actor: Actor, id: number, now: Date): Promise<SendAgainResult> {
  return transact(async (tx) => {
    const [mention] = await tx.select().from(mentions).where(eq(mentions.id, id))
    const subject = mention && (await getSubject(mention.articleId, tx))
    if (!mention || !subject) return { kind: 'missing' }
    const mayPublish = actorMay(actor, 'publish', factsOf(actor, subject, now))
    if (!mayPublish && !actorMay(actor, 'moderate')) return { kind: 'refused', reason: 'forbidden' }
    if (mention.leasedUntil && mention.leasedUntil > now) return { kind: 'refused', reason: 'sending' }
    if (!mayBeSentAgain(view(mention))) return { kind: 'refused', reason: 'gone' }
    // what is scheduled stays a secret until then
    const isComing = mention.state === 'due' && mention.tries === 0 && mention.dueAt && mention.dueAt > now
    if (isComing) return { kind: 'done' }
    await tx
      .update(mentions)
      .set({ state: 'due', dueAt: now, tries: 0, reason: '', begun: null, leasedUntil: null })
      .where(eq(mentions.id, id))
    await askToSend(tx, now)
    await record(tx, actor, now, {
      verb: 'mention.send-again',
      subject: `article:${mention.articleId}`,
      after: { target: mention.target },
    })
    return { kind: 'done' }
  })
}
