import { transact } from './client'
import { enqueue } from './jobs'
import { readOn } from './search'

/** Brings what is searched up to the newest comment; what is too much for a moment is left to the worker. */
export function catchUp(now: Date): Promise<{ isBehind: boolean }> {
  return transact(async (tx) => {
    const { left } = await readOn(tx)
    if (left) await enqueue(tx, 'read-comments', {}, { dueAt: now, uniqueKey: 'read-comments' })
    return { isBehind: left }
  })
}

/** Reads all comments that no search has seen yet, in short transactions. */
export async function readAll(): Promise<void> {
  while ((await transact(readOn)).left) await new Promise(setImmediate)
}
