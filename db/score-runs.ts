import { and, desc, eq, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { RULES_VERSION } from '@/domain/score/version'
import { handOf, record } from './audit'
import type { Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { articles } from './schema/articles'
import { scoreRuns } from './schema/scores'

/** All articles looked at again, the newest first. */
export type Run = typeof scoreRuns.$inferSelect

type Refused = { kind: 'refused'; reason: 'forbidden' | 'running' }

/** Orders every article to be scored again; the worker carries it out. One such order runs at a time. */
export function order(actor: Actor, now: Date): Promise<{ kind: 'done'; id: number } | Refused> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'set-policy')) return { kind: 'refused', reason: 'forbidden' }
    const [running] = await tx.select().from(scoreRuns).where(eq(scoreRuns.state, 'running')).limit(1)
    if (running) return { kind: 'refused', reason: 'running' }
    return { kind: 'done', id: await begin(tx, actor, now) }
  })
}

/** Begins a run, in the transaction of what makes it necessary; one that runs begins again. */
export async function begin(tx: Tx, actor: Actor, now: Date): Promise<number> {
  await tx.update(scoreRuns).set({ state: 'cancelled', endedAt: now }).where(eq(scoreRuns.state, 'running'))
  const [run] = await tx
    .insert(scoreRuns)
    .values({
      actor: handOf(actor).actor,
      rulesVersion: RULES_VERSION,
      state: 'running',
      cursor: Number.MAX_SAFE_INTEGER,
      articles: await tx.$count(articles),
      orderedAt: now,
    })
    .returning({ id: scoreRuns.id })
  if (!run) throw new Error('The run was not stored')
  await record(tx, actor, now, { verb: 'scores.order', subject: 'site', after: { run: run.id } })
  await goOn(tx, run.id, now)
  return run.id
}

/** Asks the worker for the next part of a run. */
const goOn = (tx: Tx, runId: number, now: Date): Promise<void> =>
  enqueue(tx, 'score-all', { runId }, { dueAt: now, uniqueKey: `score-all:${runId}` })

/** Where no run was ever ordered under these rules, one is: every article gets its score by them. */
export const beginUnderNewRules = (actor: Actor, now: Date): Promise<void> =>
  transact(async (tx) => {
    const [last] = await tx
      .select({ rulesVersion: scoreRuns.rulesVersion })
      .from(scoreRuns)
      .orderBy(desc(scoreRuns.id))
      .limit(1)
    if (last?.rulesVersion === RULES_VERSION) return
    const [any] = await tx.select({ id: articles.id }).from(articles).limit(1)
    if (any) await begin(tx, actor, now)
  })

/** Stops a run; what it has scored stays. */
export function cancel(
  actor: Actor,
  id: number,
  now: Date,
): Promise<{ kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: 'forbidden' }> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'set-policy')) return { kind: 'refused', reason: 'forbidden' }
    const [run] = await tx
      .update(scoreRuns)
      .set({ state: 'cancelled', endedAt: now })
      .where(and(eq(scoreRuns.id, id), eq(scoreRuns.state, 'running')))
      .returning()
    if (!run) return { kind: 'missing' }
    await record(tx, actor, now, {
      verb: 'scores.cancel',
      subject: 'site',
      before: { run: id, seen: run.seen },
    })
    return { kind: 'done' }
  })
}

export async function getLastRun(): Promise<Run | null> {
  const [run] = await db().select().from(scoreRuns).orderBy(desc(scoreRuns.id)).limit(1)
  return run ?? null
}

/** The next articles of a run; null where it is over. */
export async function listNext(
  runId: number,
  limit: number,
): Promise<{ run: Run; articleIds: number[] } | null> {
  const [run] = await db().select().from(scoreRuns).where(eq(scoreRuns.id, runId))
  if (run?.state !== 'running') return null
  const rows = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(lt(articles.id, run.cursor))
    .orderBy(desc(articles.id))
    .limit(limit)
  return { run, articleIds: rows.map(({ id }) => id) }
}

/** Notes how far a run has come and asks for its next part; where it was stopped meanwhile that stays. */
export const advance = (
  run: Run,
  step: { cursor: number; seen: number; changed: number; failed: number; isLast: boolean },
  now: Date,
): Promise<void> =>
  transact(
    async (tx) => {
      await tx
        .update(scoreRuns)
        .set({
          cursor: step.cursor,
          seen: run.seen + step.seen,
          changed: run.changed + step.changed,
          failed: run.failed + step.failed,
          ...(step.isLast && { state: 'done', endedAt: now }),
        })
        .where(and(eq(scoreRuns.id, run.id), eq(scoreRuns.state, 'running')))
      if (!step.isLast) await goOn(tx, run.id, now)
    },
    // lost with the power, a part is looked at once more
    { lasts: false },
  )
