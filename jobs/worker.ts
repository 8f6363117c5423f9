import type { LeasedJob } from '@/db/jobs'
import * as jobs from '@/db/jobs'
import type { JobKind } from '@/domain/jobs'
import { HANDLERS } from './handlers'
import { scheduleDigests } from './mail/digests'
import { scheduleSending } from './mail/send'
import { scheduleMentions } from './mentions/send'
import { schedulePruning } from './prune'
import { endScoring } from './scoring/ask'
import { scheduleNoting } from './scoring/days'
import { scheduleScoring } from './scoring/run'

/** Told of what failed; `job` is null where the queue itself could not be read. */
export type Report = (error: unknown, job: Pick<LeasedJob, 'id' | 'kind' | 'attempts'> | null) => void

const POLL_MS = 1_000
const LEASE_MS = 300_000
const AT_ONCE = 6
// strangers say whose pages are read, and may let us wait: they get no more than some of the places
const STRANGE = 'verify-mention' satisfies JobKind
const STRANGE_AT_ONCE = 2
// as long as visitors get
const STOP_MS = 8_000

/**
 * Does due jobs until it is stopped; `stop` resolves when those in hand are finished, or have had time enough and are
 * given back.
 */
export function startWorker(report: Report = (error, job) => console.error(job?.kind ?? 'jobs', error)) {
  let stopping = false
  let nudged = false
  let finishedOne = false
  let wake = () => {}
  const inHand = new Map<LeasedJob, Promise<void>>()

  const nudge = () => {
    nudged = true
    wake()
  }

  const rest = () =>
    new Promise<void>((resolve) => {
      if (nudged || finishedOne || stopping) return resolve()
      const timer = setTimeout(resolve, POLL_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function take(now: Date): Promise<LeasedJob[]> {
    const free = AT_ONCE - inHand.size
    const batch = await jobs.lease(now, LEASE_MS, free, { except: STRANGE })
    const strange = [...inHand.keys()].filter(({ kind }) => kind === STRANGE).length
    const left = Math.min(free - batch.length, STRANGE_AT_ONCE - strange)
    return [...batch, ...(await jobs.lease(now, LEASE_MS, left, { only: STRANGE }))]
  }

  async function takeTurn(): Promise<boolean> {
    const now = new Date()
    // a nudge comes before its transaction commits: waiting for the write lock, as a lease does, waits for that
    const worthAsking = nudged || (await jobs.hasDue(now))
    nudged = finishedOne = false
    const batch = worthAsking ? await take(now) : []
    for (const job of batch) {
      const work = perform(job, report).finally(() => {
        inHand.delete(job)
        finishedOne = true
        wake()
      })
      inHand.set(job, work)
    }
    // a slow one keeps its own place, and the others go on
    if (inHand.size >= AT_ONCE) await Promise.race(inHand.values())
    return batch.length > 0
  }

  async function work() {
    // whoever had them is no more: there is one worker
    await jobs.releaseAll().catch((error: unknown) => report(error, null))
    await Promise.all([
      schedulePruning(new Date()),
      scheduleSending(new Date()),
      scheduleDigests(new Date()),
      scheduleMentions(new Date()),
      scheduleScoring(new Date()),
      scheduleNoting(new Date()),
    ]).catch((error: unknown) => report(error, null))
    while (!stopping) {
      const didSomething = await takeTurn().catch((error: unknown) => {
        report(error, null)
        return false
      })
      if (!didSomething) await rest()
    }
    await Promise.all(inHand.values())
  }

  jobs.onEnqueue(nudge)
  const finished = work()
  return {
    async stop(patienceMs = STOP_MS): Promise<void> {
      stopping = true
      jobs.onEnqueue(null)
      wake()
      let timer: ReturnType<typeof setTimeout> | undefined
      await Promise.race([finished, new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))])
      clearTimeout(timer)
      for (const job of inHand.keys()) await jobs.release(job).catch((error: unknown) => report(error, job))
      await endScoring()
    },
  }
}

const isKind = (kind: string): kind is JobKind => Object.hasOwn(HANDLERS, kind)

async function perform(job: LeasedJob, report: Report): Promise<void> {
  try {
    if (!isKind(job.kind)) throw new Error(`Nothing here does jobs of the kind ${job.kind}`)
    await HANDLERS[job.kind](job.payload, new Date(), job.attempts)
    await jobs.complete(job)
  } catch (error) {
    report(error, job)
    await jobs
      .fail(job, error instanceof Error ? error.message : String(error), new Date())
      // the lease runs out by itself
      .catch((failure: unknown) => report(failure, job))
  }
}
