import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { scoreWork } from './schema/scores'
import { touches } from './touches'

// far below the bound on variables in one statement
const BATCH = 200
const FIRST_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 86_400_000

type Work = typeof scoreWork.$inferSelect

/** Tags of what shows a score. */
export const scoreTag = (articleId: number) => `score:${articleId}`

const earliest = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b))

/**
 * Says that the scores of articles are in doubt from an instant on, in the transaction that makes them so, and leaves the
 * scoring to the worker. `public`: so is what readers are shown, which is then shown no more until it is scored again.
 */
export async function doubt(
  tx: Tx,
  articleIds: Iterable<number>,
  from: Date,
  { isPublic }: { isPublic: boolean },
): Promise<void> {
  const ids = [...new Set(articleIds)]
  if (ids.length === 0) return
  for (let i = 0; i < ids.length; i += BATCH) {
    const some = ids.slice(i, i + BATCH)
    const known = new Map((await listWork(tx, some)).map((row) => [row.articleId, row]))
    await tx.delete(scoreWork).where(inArray(scoreWork.articleId, some))
    await tx.insert(scoreWork).values(
      some.map((articleId) => {
        const before = known.get(articleId)
        return {
          articleId,
          mark: (before?.mark ?? 0) + 1,
          publicAt: earliest(before?.publicAt ?? null, isPublic ? from : null),
          dueAt: earliest(before?.tries ? null : (before?.dueAt ?? null), from),
        }
      }),
    )
  }
  if (isPublic) await touches(tx, ...ids.map(scoreTag))
  await wake(tx, from)
}

const listWork = (from: Db, ids: number[]): Promise<Work[]> =>
  from.select().from(scoreWork).where(inArray(scoreWork.articleId, ids))

export const wake = (tx: Tx, now: Date): Promise<void> =>
  enqueue(tx, 'score', {}, { dueAt: now, uniqueKey: 'score' })

// a key of its own: who is at work and is asked for later would not hear that it is asked for now
const wakeAt = (tx: Tx, dueAt: Date): Promise<void> =>
  enqueue(tx, 'score', {}, { dueAt, uniqueKey: `score:${dueAt.getTime()}` })

export async function getWork(articleId: number, from: Db = db()): Promise<Work | null> {
  const [row] = await listWork(from, [articleId])
  return row ?? null
}

/** The articles to score now, those that wait longest first. */
export async function listDue(now: Date, limit: number): Promise<number[]> {
  const rows = await db()
    .select({ id: scoreWork.articleId })
    .from(scoreWork)
    .where(and(isNotNull(scoreWork.dueAt), lte(scoreWork.dueAt, now)))
    .orderBy(asc(scoreWork.dueAt), asc(scoreWork.articleId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Scored as it is: in doubt again only from the instant on at which something else appears. */
export async function settle(tx: Tx, articleId: number, holdsUntil: Date | null): Promise<void> {
  await tx
    .update(scoreWork)
    .set({ publicAt: holdsUntil, dueAt: holdsUntil, tries: 0 })
    .where(eq(scoreWork.articleId, articleId))
  if (!holdsUntil) return
  // an article that was never in doubt has no row yet
  await tx
    .insert(scoreWork)
    .values({ articleId, mark: 0, publicAt: holdsUntil, dueAt: holdsUntil })
    .onConflictDoNothing()
  await wakeAt(tx, holdsUntil)
}

/** It could not be scored: it rests, longer each time, and stays in doubt. */
export const postpone = (articleId: number, now: Date): Promise<void> =>
  transact(async (tx) => {
    const [work] = await listWork(tx, [articleId])
    const tries = (work?.tries ?? 0) + 1
    const restMs = Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS)
    const dueAt = new Date(now.getTime() + restMs)
    await tx.update(scoreWork).set({ tries, dueAt }).where(eq(scoreWork.articleId, articleId))
    await tx.insert(scoreWork).values({ articleId, mark: 0, dueAt, tries }).onConflictDoNothing()
    await wakeAt(tx, dueAt)
  })
