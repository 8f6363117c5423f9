import type { SQL } from 'drizzle-orm'
import { and, desc, eq, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import {
  type BatchAct,
  type ClosingAct,
  isModeAct,
  type ModeAct,
  modeOf,
} from '@/domain/discussion/batch-acts'
import { type BatchFilter, type BatchOrder, CHOSEN_MAX } from '@/domain/discussion/batches'
import { type ClosingPolicy, DAY_MS } from '@/domain/discussion/state'
import { reachOf } from '@/domain/roles'
import { record } from './audit'
import type { Db } from './client'
import { db, transact } from './client'
import { isActiveSince, isClosedByChoice, isNotSo, isShut } from './closed'
import { enqueue } from './jobs'
import { articlePeople, articles, articleTopics, revisions } from './schema/articles'
import { batches } from './schema/journal'
import { articleTitles, titleMatches } from './search'
import { getPolicy } from './settings'
import { isPublicAt } from './visibility'

/** An order about discussions. */
export type Batch = Omit<typeof batches.$inferSelect, 'order'> & { order: BatchOrder }

const isAboutDiscussions = (row: typeof batches.$inferSelect): row is Batch & { order: BatchOrder } =>
  row.order.act !== 'decide'

type Refused = { kind: 'refused'; reason: 'forbidden' }
const FORBIDDEN: Refused = { kind: 'refused', reason: 'forbidden' }

/** What an order would do now: to how many articles, how many of them commented on within a week, and the newest by name. */
export type DryRun = { articles: number; active: number; named: { id: number; title: string }[] }

/** The order of an actor: where a role reaches its own articles alone, so does the order. Null where it may not. */
function orderOf(actor: Actor, act: BatchAct, filter: BatchFilter): BatchOrder | null {
  if (!actorMay(actor, 'set-discussion')) return null
  const isOwn = actor.kind === 'staff' && reachOf(actor.role, 'set-discussion') !== 'all'
  return { act, filter, ownerId: isOwn ? actor.personId : null }
}

/** The articles that an order is about, whatever their state. */
export function ordered(from: Db, { filter, ownerId }: BatchOrder): SQL | undefined {
  const { topicId, personId, search = '', ids } = filter
  const found = titleMatches(search, 'publicTitle')
  const among = (rows: typeof articleTopics | typeof articlePeople, of: SQL) =>
    inArray(articles.id, from.select({ id: rows.articleId }).from(rows).where(of))
  return and(
    ownerId === null ? undefined : eq(articles.ownerId, ownerId),
    ids ? inArray(articles.id, ids) : undefined,
    topicId === undefined ? undefined : among(articleTopics, eq(articleTopics.topicId, topicId)),
    personId === undefined ? undefined : among(articlePeople, eq(articlePeople.personId, personId)),
    found
      ? inArray(articles.id, from.select({ id: articleTitles.id }).from(articleTitles).where(found))
      : undefined,
  )
}

/** Published long enough ago. */
export const bornBefore = ({ olderThanDays = 0 }: BatchFilter, now: Date) =>
  new Date(now.getTime() - olderThanDays * DAY_MS)

/** As `differs` of the steps, as a condition. */
const isOtherwise = (act: ClosingAct, policy: ClosingPolicy, now: Date) =>
  ({
    close: isNotSo(isShut(policy, now)),
    reopen: isClosedByChoice(policy, now),
    follow: ne(articles.discussion, 'inherit'),
  })[act]

/** Lets comments in otherwise than an order wants. */
export function hasOtherMode(act: ModeAct): SQL | undefined {
  const { discussionMode } = articles
  const mode = modeOf(act)
  return mode === null ? isNotNull(discussionMode) : or(isNull(discussionMode), ne(discussionMode, mode))
}

/** Counts what an order would change, by the same rule by which it will be carried out. */
export async function tryOut(
  actor: Actor,
  { act, filter }: Pick<BatchOrder, 'act' | 'filter'>,
  now: Date,
): Promise<DryRun> {
  const order = orderOf(actor, act, filter)
  if (!order) return { articles: 0, active: 0, named: [] }
  const policy = await getPolicy()
  const differs = isModeAct(act) ? hasOtherMode(act) : isOtherwise(act, policy, now)
  const matching = and(
    isPublicAt(now),
    lte(articles.publishAt, bornBefore(filter, now)),
    ordered(db(), order),
    differs,
  )
  return {
    articles: await db().$count(articles, matching),
    active: await db().$count(articles, and(matching, isActiveSince(new Date(now.getTime() - 7 * DAY_MS)))),
    named: await db()
      .select({ id: articles.id, title: revisions.title })
      .from(articles)
      .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .where(matching)
      .orderBy(desc(articles.publishAt))
      .limit(CHOSEN_MAX),
  }
}

/** Orders many discussions to be changed; the worker carries it out in steps (`batch-steps.ts`). */
export function order(
  actor: Actor,
  { act, filter, reason }: Pick<BatchOrder, 'act' | 'filter'> & { reason: string },
  now: Date,
): Promise<{ kind: 'done'; id: number } | Refused> {
  return transact(async (tx) => {
    const order = orderOf(actor, act, filter)
    if (!order || actor.kind === 'reader') return FORBIDDEN
    const accountId = actor.kind === 'staff' ? actor.accountId : null
    const [batch] = await tx
      .insert(batches)
      .values({ accountId, actor: actor.name, order, reason, state: 'running', orderedAt: now })
      .returning({ id: batches.id })
    if (!batch) throw new Error('The order was not stored')
    const { id } = batch
    await record(tx, actor, now, { verb: 'batch.order', subject: `batch:${id}`, after: order, reason })
    await enqueue(tx, 'run-batch', { batchId: id }, { dueAt: now, uniqueKey: `batch:${id}` })
    return { kind: 'done', id }
  })
}

/** Takes an order back: each article that is still as the order left it gets what it had before. */
export function undo(
  actor: Actor,
  id: number,
  now: Date,
): Promise<{ kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: 'forbidden' | 'undone' }> {
  return transact(async (tx) => {
    const mine = orderOf(actor, 'close', {})
    if (!mine || actor.kind === 'reader') return FORBIDDEN
    const [batch] = await tx.select().from(batches).where(eq(batches.id, id))
    if (!batch || !isAboutDiscussions(batch)) return { kind: 'missing' }
    if (mine.ownerId !== null && batch.order.ownerId !== mine.ownerId) return FORBIDDEN
    if (batch.state === 'undoing' || batch.state === 'undone') return { kind: 'refused', reason: 'undone' }
    await tx
      .update(batches)
      .set({ state: 'undoing', cursor: 0, undoneBy: actor.name, undoneAt: now })
      .where(eq(batches.id, id))
    await record(tx, actor, now, { verb: 'batch.undo', subject: `batch:${id}`, before: batch.state })
    await enqueue(tx, 'run-batch', { batchId: id }, { dueAt: now, uniqueKey: `batch:${id}` })
    return { kind: 'done' }
  })
}

/** The last orders, the newest first; of whoever reaches its own articles alone, its own. */
export async function listBatches(actor: Actor, limit = 20): Promise<Batch[]> {
  const mine = orderOf(actor, 'close', {})
  if (!mine) return []
  const rows = await db()
    .select()
    .from(batches)
    .where(eq(batches.about, 'discussions'))
    .orderBy(desc(batches.id))
    .limit(200)
  return rows
    .filter(isAboutDiscussions)
    .filter(({ order }) => mine.ownerId === null || order.ownerId === mine.ownerId)
    .slice(0, limit)
}
