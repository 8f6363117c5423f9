import { transact } from '@/db/client'
import * as runs from '@/db/score-runs'
import { systemActor } from '@/domain/actor'
import { scheduleNoting } from './days'
import { scoreOrPostpone } from './due'

// other jobs wait until it is over
const SLICE_MS = 1_500
const AT_ONCE = 10

/** Goes on with a run for a short while. Cut off half-way, it repeats a few articles that are the same by then. */
export async function scoreAll({ runId }: { runId: number }): Promise<void> {
  const end = performance.now() + SLICE_MS
  while (performance.now() < end) {
    const next = await runs.listNext(runId, AT_ONCE)
    if (!next) return
    const { run, articleIds } = next
    const step = { seen: articleIds.length, changed: 0, failed: 0 }
    for (const articleId of articleIds) {
      const outcome = await scoreOrPostpone(articleId)
      if (outcome === 'changed') step.changed++
      if (outcome === null) step.failed++
    }
    const isLast = articleIds.length < AT_ONCE
    await runs.advance(run, { ...step, cursor: articleIds.at(-1) ?? run.cursor, isLast }, new Date())
    if (isLast) return scheduleNoting(new Date())
  }
  await transact((tx) => runs.goOn(tx, runId, new Date()))
}

/** Every article is scored by the rules that hold. */
export const scheduleScoring = (now: Date): Promise<void> =>
  runs.beginUnderNewRules(systemActor('New rules'), now)
