import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import { articlePath, isPublic, slugInPath } from '@/domain/articles'
import { secondsUntilFree, WINDOW_MS } from '@/domain/comments/rules'
import { discussionState } from '@/domain/discussion/state'
import type { Pair } from '@/domain/mentions/pair'
import { AGAIN_MS, PER_HOST, WAITING_MAX } from '@/domain/mentions/rules'
import type { MentionProtocol } from '@/domain/mentions/states'
import type { JobPayload } from '@/domain/jobs'
import { type Db, transact, type Tx } from './client'
import { factColumns } from './discussions'
import { enqueue } from './jobs'
import { getRedirect } from './redirects'
import { articles } from './schema/articles'
import { mentions } from './schema/mentions'
import { getPolicy } from './settings'

export type Received =
  /** `isKnown`: its page stood there already. */
  | { kind: 'accepted'; id: number; isKnown: boolean }
  /** `target`: there is no such article; `closed`: it takes no mentions. */
  | { kind: 'refused'; reason: 'target' | 'closed' }
  | { kind: 'refused'; reason: 'too-many'; retryAfterSeconds: number }

type Sent = Pair & { protocol: MentionProtocol; addressHash: string | null }

/** Takes what a page is said to do, for the worker to look. Sent again, what is known of it is looked at again. */
export function receive(sent: Sent, now: Date): Promise<Received> {
  return transact((tx) => take(tx, sent, now), { together: true })
}

async function take(tx: Tx, sent: Sent, now: Date): Promise<Received> {
  const article = await getTarget(tx, sent.slug)
  if (!article || !isPublic(article, now)) return { kind: 'refused', reason: 'target' }
  const [known] = await tx
    .select({ id: mentions.id, state: mentions.state, askedAt: mentions.askedAt })
    .from(mentions)
    .where(and(eq(mentions.articleId, article.id), eq(mentions.source, sent.source)))
  const isShownOrHeld = known?.state === 'published' || known?.state === 'held'
  // what stands there may change or go while nothing new is taken
  if (!isShownOrHeld && !discussionState(article, await getPolicy(), now).takes.mentions)
    return { kind: 'refused', reason: 'closed' }
  if (known && !mayLookAgain(known, now))
    return { kind: 'accepted', id: known.id, isKnown: known.state !== 'gone' }
  const retryAfterSeconds = await secondsToWait(tx, sent.host, now)
  if (retryAfterSeconds > 0) return { kind: 'refused', reason: 'too-many', retryAfterSeconds }
  const id = await store(tx, { ...sent, articleId: article.id, knownId: known?.id }, now)
  await askToVerify(tx, { mentionId: id, target: sent.target }, now)
  return { kind: 'accepted', id, isKnown: known !== undefined && known.state !== 'gone' }
}

type Known = Pick<typeof mentions.$inferSelect, 'state' | 'askedAt'>

// what staff put away stays away, whatever is sent
const mayLookAgain = ({ state, askedAt }: Known, now: Date) =>
  state !== 'spam' && state !== 'removed' && now.getTime() >= askedAt.getTime() + AGAIN_MS

/** Leaves a page for the worker to look at, in the transaction that makes it necessary. */
export const askToVerify = (tx: Tx, asked: JobPayload<'verify-mention'>, dueAt: Date): Promise<void> =>
  enqueue(tx, 'verify-mention', asked, { dueAt, uniqueKey: `verify-mention:${asked.mentionId}` })

async function getTarget(from: Db, slug: string) {
  const bySlug = async (wanted: string) => {
    const [row] = await from.select(factColumns).from(articles).where(eq(articles.slug, wanted))
    return row ?? null
  }
  const direct = await bySlug(slug)
  if (direct) return direct
  const moved = slugInPath((await getRedirect(articlePath(slug), from)) ?? '')
  return moved === null ? null : bySlug(moved)
}

async function store(
  tx: Tx,
  { articleId, knownId, ...sent }: Sent & { articleId: number; knownId: number | undefined },
  now: Date,
): Promise<number> {
  const { source, host, target, protocol, addressHash } = sent
  const anew = { target, protocol, addressHash, askedAt: now, attempts: 0 }
  if (knownId !== undefined) {
    await tx.update(mentions).set({ askedAt: now, attempts: 0 }).where(eq(mentions.id, knownId))
    // its page is asked for the first time again; what stands there no stranger changes
    await tx
      .update(mentions)
      .set({ ...anew, state: 'waiting', failure: '' })
      .where(and(eq(mentions.id, knownId), inArray(mentions.state, ['gone', 'waiting'])))
    return knownId
  }
  const [row] = await tx
    .insert(mentions)
    .values({
      ...anew,
      articleId,
      source,
      host,
      kind: 'mention',
      state: 'waiting',
      reasons: [],
      receivedAt: now,
    })
    .returning({ id: mentions.id })
  if (!row) throw new Error('The database stored no mention')
  return row.id
}

/** In how many seconds the limits let in one more; 0 is now. */
async function secondsToWait(from: Db, host: string, now: Date): Promise<number> {
  const [oldest] = await from
    .select({ at: mentions.askedAt })
    .from(mentions)
    .where(
      and(
        eq(mentions.host, host),
        gt(mentions.askedAt, new Date(now.getTime() - WINDOW_MS)),
        lte(mentions.askedAt, now),
      ),
    )
    .orderBy(desc(mentions.askedAt))
    .limit(1)
    .offset(PER_HOST - 1)
  // about as long as the worker takes for a good part of them
  return Math.max(secondsUntilFree(oldest?.at ?? null, now), (await doWait(from, WAITING_MAX)) ? 120 : 0)
}

/** Whether so many wait for the worker. */
export async function doWait(from: Db, count: number): Promise<boolean> {
  const rows = await from
    .select({ id: mentions.id })
    .from(mentions)
    .where(inArray(mentions.state, ['waiting']))
    .limit(1)
    .offset(count - 1)
  return rows.length > 0
}
