import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Actor, actorMay, type StaffActor } from '@/domain/actor'
import type { HostBan, MentionDecision } from '@/domain/mentions/desk-input'
import type { MentionState } from '@/domain/mentions/states'
import { record } from './audit'
import { ban } from './bans'
import { transact, type Tx } from './client'
import { askToVerify } from './mention-intake'
import { mentions } from './schema/mentions'
import { doubt } from './score-work'
import { touches } from './touches'

type Refused = { kind: 'refused'; reason: 'forbidden' | 'missing' }
const FORBIDDEN: Refused = { kind: 'refused', reason: 'forbidden' }

/** `left`: what is something else by now than it was when it was read. */
export type Decided = { kind: 'done'; done: number[]; left: number[] } | Refused

/** Gives mentions the state that staff decided on; back again is the same with the states changed round. */
export function decide(
  actor: StaffActor,
  { ids, seen, state }: MentionDecision,
  now: Date,
): Promise<Decided> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve(FORBIDDEN)
  return transact(async (tx) => {
    const rows = await tx
      .select({ id: mentions.id, articleId: mentions.articleId, verifiedAt: mentions.verifiedAt })
      .from(mentions)
      .where(and(inArray(mentions.id, ids), eq(mentions.state, seen)))
    const done = rows.map(({ id }) => id)
    await move(tx, actor, rows, { from: seen, to: state }, now)
    return { kind: 'done', done, left: ids.filter((id) => !done.includes(id)) }
  })
}

async function move(
  tx: Tx,
  actor: Actor,
  rows: Pick<typeof mentions.$inferSelect, 'id' | 'articleId' | 'verifiedAt'>[],
  { from, to }: { from: MentionState; to: MentionState },
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await tx.update(mentions).set({ state: to, decidedAt: now }).where(inArray(mentions.id, ids))
  for (const id of ids)
    await record(tx, actor, now, {
      verb: 'mention.decide',
      subject: `mention:${id}`,
      before: from,
      after: to,
    })
  if (from !== 'published' && to !== 'published') return
  await touches(tx, ...rows.map(({ articleId }) => `article:${articleId}`))
  // what is shown without anybody having seen its link counts for the score
  const unverified = rows.filter(({ verifiedAt }) => verifiedAt === null).map(({ articleId }) => articleId)
  await doubt(tx, unverified, now, { isPublic: true })
}

/** Has the worker look at the page again, now. */
export function lookAgain(actor: StaffActor, id: number, now: Date): Promise<{ kind: 'done' } | Refused> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve(FORBIDDEN)
  return transact(async (tx) => {
    const [row] = await tx.select({ state: mentions.state }).from(mentions).where(eq(mentions.id, id))
    if (!row) return { kind: 'refused', reason: 'missing' }
    const state = row.state === 'gone' ? 'waiting' : row.state
    await tx.update(mentions).set({ state, attempts: 0, failure: '' }).where(eq(mentions.id, id))
    await askToVerify(tx, { mentionId: id }, now)
    return { kind: 'done' }
  })
}

// as many as a step of an order takes
const AT_ONCE = 250

export type HostBanned = { kind: 'done'; host: string; moved: number } | Refused

/** Keeps a site out: what comes from it, or names it, is spam from now on, and so are the newest of what is here. */
export async function banHost(
  actor: StaffActor,
  { mentionId, days, reason }: HostBan,
  now: Date,
): Promise<HostBanned> {
  if (!actorMay(actor, 'moderate')) return FORBIDDEN
  const host = await transact(async (tx) => {
    const [row] = await tx.select({ host: mentions.host }).from(mentions).where(eq(mentions.id, mentionId))
    return row?.host ?? null
  })
  if (host === null) return { kind: 'refused', reason: 'missing' }
  // a ban knows names, and no ports
  const pattern = host.replace(/:\d+$/, '')
  const banned = await ban(actor, { kind: 'host', pattern, days, reason }, now)
  if (banned.kind === 'refused') return FORBIDDEN
  const moved = await transact(async (tx) => {
    const rows = await tx
      .select({
        id: mentions.id,
        articleId: mentions.articleId,
        state: mentions.state,
        verifiedAt: mentions.verifiedAt,
      })
      .from(mentions)
      .where(and(eq(mentions.host, host), inArray(mentions.state, ['held', 'published'])))
      .orderBy(desc(mentions.id))
      .limit(AT_ONCE)
    for (const from of ['held', 'published'] as const)
      await move(
        tx,
        actor,
        rows.filter(({ state }) => state === from),
        { from, to: 'spam' },
        now,
      )
    return rows.length
  })
  return { kind: 'done', host: pattern, moved }
}
