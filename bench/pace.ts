import { setTimeout as sleep } from 'node:timers/promises'

export type Paced = {
  /** How many were begun and not yet finished, at the most. */
  mostAtOnce: number
  /** Milliseconds from the first beginning to the last end. */
  took: number
}

/** Begins work at a steady rate however slow it is; `due` is when it should begin, by `performance.now()`. */
export async function pace(
  perSecond: number,
  count: number,
  work: (turn: number, due: number) => Promise<void>,
): Promise<Paced> {
  const began = performance.now()
  const all: Promise<void>[] = []
  let atOnce = 0
  let mostAtOnce = 0
  for (let turn = 0; turn < count; turn++) {
    const due = began + (turn * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    all.push(work(turn, due).finally(() => atOnce--))
  }
  await Promise.all(all)
  return { mostAtOnce, took: performance.now() - began }
}
