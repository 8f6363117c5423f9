import { and, asc, eq, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { JobKind, JobPayload } from '@/domain/jobs'
import { MAX_ATTEMPTS, retryDelayMs } from '@/domain/jobs'
import type { Tx } from './client'
import { db, transact } from './client'
import { jobs } from './schema/jobs'

/** A job in the hands of one worker until `leasedUntil`; the payload is yet to be parsed by its kind. */
export type LeasedJob = {
  id: number
  kind: string
  payload: unknown
  dueAt: Date
  attempts: number
  leasedUntil: Date
}

const ERROR_MAX = 1_000
// what is lost with the power is done once more, as all jobs may be
const BRIEFLY = { lasts: false } as const

// pages enqueue in a module graph of their own: the worker hears them through the global object
const WAKE = Symbol.for('masthead.wake')
const shared = globalThis as typeof globalThis & { [WAKE]?: () => void }

/** Calls `listener` whenever this process enqueues a job, before that commits; null hangs up. */
export function onEnqueue(listener: (() => void) | null): void {
  if (listener) shared[WAKE] = listener
  else delete shared[WAKE]
}

/**
 * Leaves work for later, in the transaction that makes it necessary. A unique key stands for one job at most:
 * where it waits already it keeps the earlier instant, where it is being done it is done once more afterwards.
 */
export async function enqueue<K extends JobKind>(
  tx: Tx,
  kind: K,
  payload: JobPayload<K>,
  { dueAt, uniqueKey = null }: { dueAt: Date; uniqueKey?: string | null },
): Promise<void> {
  shared[WAKE]?.()
  const [known] = uniqueKey === null ? [] : await tx.select().from(jobs).where(eq(jobs.uniqueKey, uniqueKey))
  if (!known) {
    await tx.insert(jobs).values({ kind, payload, dueAt, uniqueKey })
    return
  }
  await tx
    .update(jobs)
    .set({
      payload,
      attempts: 0,
      dueAt: known.leasedUntil ? afterwards(known, dueAt) : earlier(known, dueAt),
    })
    .where(eq(jobs.id, known.id))
}

/** Never the instant it was leased with: that it moved is how `complete` learns that it was asked for again. */
const afterwards = ({ dueAt, attempts }: { dueAt: Date; attempts: number }, asked: Date) =>
  // a lease is an attempt, and being asked for takes that back: where there is none, it was asked for already
  attempts > 0
    ? new Date(Math.max(dueAt.getTime() + 1, asked.getTime()))
    : new Date(Math.min(dueAt.getTime(), asked.getTime() + 1))

const earlier = (known: { dueAt: Date; attempts: number }, asked: Date) =>
  known.attempts < MAX_ATTEMPTS && known.dueAt < asked ? known.dueAt : asked

const isDue = (now: Date) =>
  and(
    lte(jobs.dueAt, now),
    lt(jobs.attempts, MAX_ATTEMPTS),
    or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)),
  )

const isOf = (which: Which) => ('only' in which ? eq(jobs.kind, which.only) : ne(jobs.kind, which.except))

export async function hasDue(now: Date): Promise<boolean> {
  const rows = await db().select({ id: jobs.id }).from(jobs).where(isDue(now)).limit(1)
  return rows.length > 0
}

/** Jobs of one kind alone, or of all kinds but it. */
type Which = { only: JobKind } | { except: JobKind }

/**
 * Takes at most `limit` due jobs, the longest waiting first; nobody else gets them before `leaseMs` are over.
 * A lease counts as an attempt, so that a job which takes the process down with it is not tried for ever.
 */
export async function lease(now: Date, leaseMs: number, limit: number, which?: Which): Promise<LeasedJob[]> {
  if (limit <= 0) return []
  const leasedUntil = new Date(now.getTime() + leaseMs)
  return transact(async (tx) => {
    const due = await tx
      .select()
      .from(jobs)
      .where(and(isDue(now), which && isOf(which)))
      .orderBy(asc(jobs.dueAt), asc(jobs.id))
      .limit(limit)
    const leased: LeasedJob[] = []
    for (const { id, kind, payload, dueAt, attempts } of due) {
      await tx
        .update(jobs)
        .set({ leasedUntil, attempts: attempts + 1 })
        .where(eq(jobs.id, id))
      leased.push({ id, kind, payload, dueAt, attempts: attempts + 1, leasedUntil })
    }
    return leased
  }, BRIEFLY)
}

/** Gives back what a worker had in hand that is no more. */
export async function releaseAll(): Promise<void> {
  await transact(async (tx) => {
    await tx.update(jobs).set({ leasedUntil: null }).where(isNotNull(jobs.leasedUntil))
  })
}

// a worker that outlived its lease must not speak for the one that has the job now
const isHeld = (job: LeasedJob) => and(eq(jobs.id, job.id), eq(jobs.leasedUntil, job.leasedUntil))

/** The job is done: it leaves the table, unless it was asked for again while it was being done. */
export async function complete(job: LeasedJob): Promise<void> {
  await transact(async (tx) => {
    await tx.delete(jobs).where(and(isHeld(job), eq(jobs.dueAt, job.dueAt)))
    await tx.update(jobs).set({ leasedUntil: null, lastError: null }).where(isHeld(job))
  }, BRIEFLY)
}

/** It was cut short by an orderly end: whoever comes next begins it at once, and the try does not count. */
export async function release(job: LeasedJob): Promise<void> {
  await transact(async (tx) => {
    await tx
      .update(jobs)
      .set({ leasedUntil: null, attempts: job.attempts - 1 })
      .where(isHeld(job))
  })
}

/** The job failed: it rests, longer each time; after the last attempt it stays in the table with its reason. */
export async function fail(job: LeasedJob, reason: string, now: Date): Promise<void> {
  await transact(async (tx) => {
    const [held] = await tx.select().from(jobs).where(isHeld(job))
    if (!held) return
    const askedAgain = held.dueAt > job.dueAt
    const dueAt = askedAgain ? held.dueAt : new Date(now.getTime() + retryDelayMs(job.attempts))
    await tx
      .update(jobs)
      .set({ leasedUntil: null, dueAt, lastError: reason.slice(0, ERROR_MAX) })
      .where(isHeld(job))
  })
}
