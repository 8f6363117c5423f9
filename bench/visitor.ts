import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask'
import type { Masthead } from './masthead'

/** A visitor asks for a page so often. */
export const EVERY_MS = 5

/** How long each page took, asked for at an even pace as long as `goesOn` says, which is asked once a second. */
export async function readWhile(site: Masthead, paths: string[], goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  for (let second = 0; second === 0 || goesOn(); second++) {
    const end = performance.now() + 1_000
    for (let n = 0; performance.now() < end; n++) {
      const next = performance.now() + EVERY_MS
      const { ms, status } = await ask(site.url + (paths[n % paths.length] ?? '/'))
      if (status !== 200) throw new Error(`An article answered ${status}`)
      times.push(ms)
      await sleep(Math.max(0, next - performance.now()))
    }
  }
  return times
}
