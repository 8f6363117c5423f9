import { type Tx, transact } from './client'
import { enqueue } from './jobs'
import { readOn } from './search'

/** Brings what is searched up to the newest comment; what is too much for a moment is left to the worker. */
export function catchUp(now: Date): Promise<{ isBehind: boolean }> {
  return transact(async (tx) => {
    const { left } = await readOn(tx)
    if (left) await askToRead(tx, now)
    return { isBehind: left }
  })
}

const A_TURN_MS = 2_000

const askToRead = (tx: Tx, dueAt: Date) =>
  enqueue(tx, 'read-comments', {}, { dueAt, uniqueKey: 'read-comments' })

/** Reads what no search has seen yet, in short transactions; after a while other work has its turn, and then this again. */
export async function readMore(turnMs = A_TURN_MS): Promise<void> {
  const end = performance.now() + turnMs
  for (let goesOn = true; goesOn; await new Promise(setImmediate))
    goesOn = await transact(async (tx) => {
      const { left } = await readOn(tx)
      const isOver = performance.now() >= end
      if (left && isOver) await askToRead(tx, new Date())
      return left && !isOver
    })
}
