import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { pressHarder } from './encode'
import type { Kept } from './store'

type Options = {
  /** Of what was kept before an instant and read so often, the document most worth it. */
  mostReadLoose: (keptBefore: number, readsMin: number) => Kept | null
  lookMs?: number
  restMs?: number
}

const LOOK_MS = 1_000
// what is renewed more often than this, or read less, is not worth a quarter of a second of a processor
const REST_MS = 10_000
const READS_MIN = 50
const BUSY_SHARE = 0.5

/**
 * Presses documents that stay as they are and are read much as small as they can be, one after another and in idle
 * moments. Returns how to stop it.
 */
export function pressInIdleMoments({
  mostReadLoose,
  lookMs = LOOK_MS,
  restMs = REST_MS,
}: Options): () => void {
  let isStopped = false
  async function press(): Promise<void> {
    while (!isStopped) {
      const before = performance.eventLoopUtilization()
      await sleep(lookMs, undefined, { ref: false })
      if (isStopped) return
      if (performance.eventLoopUtilization(before).utilization > BUSY_SHARE) continue
      const document = mostReadLoose(Date.now() - restMs, READS_MIN)
      if (!document) continue
      document.isPressed = true
      await pressHarder(document.variants)
    }
  }
  void press()
  return () => void (isStopped = true)
}
