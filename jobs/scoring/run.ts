import { setTimeout as sleep } from 'node:timers/promises'
import * as runs from '@/db/score-runs'
import { systemActor } from '@/domain/actor'
import { scheduleNoting } from './days'
import { scoreOrPostpone } from './due'

// each slice ends in a few commits that visitors wait for; one cut off is begun again
const SLICE_MS = 4_000
const AT_ONCE = 200
// of one processor it takes two thirds, so that visitors find one free
const REST = 0.5

/** Goes on with a run for a short while. Cut off half-way, it repeats a few articles that are the same by then. */
export async function scoreAll({ runId }: { runId: number }): Promise<void> {
  const next = await runs.listNext(runId, AT_ONCE)
  if (!next) return
  const end = performance.now() + SLICE_MS
  const { run, articleIds } = next
  const step = { cursor: run.cursor, seen: 0, changed: 0, failed: 0 }
  for (const articleId of articleIds) {
    const begun = performance.now()
    const outcome = await scoreOrPostpone(articleId)
    step.seen++
    step.cursor = articleId
    if (outcome === 'changed') step.changed++
    if (outcome === null) step.failed++
    const ended = performance.now()
    if (ended > end) break
    await sleep(REST * (ended - begun))
  }
  const isLast = articleIds.length < AT_ONCE && step.cursor === (articleIds.at(-1) ?? run.cursor)
  const now = new Date()
  await runs.advance(run, { ...step, isLast }, now)
  if (isLast) await scheduleNoting(now)
}

/** Every article is scored by the rules that hold. */
export const scheduleScoring = (now: Date): Promise<void> =>
  runs.beginUnderNewRules(systemActor('New rules'), now)
