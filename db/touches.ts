import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from './client'
import { touchLog } from './schema/journal'

/** What one render read and until when that holds; made by `documents/`, filled by verbs and pages. */
export type Reading = {
  tags: Set<string>
  /** The first instant at which the document may read differently; null when only a write changes it. */
  holdsUntil: Date | null
  /** The status that the page decided on; null leaves it to Next. */
  status: number | null
  /** With a 429: in how many seconds another try may succeed. */
  retryAfterSeconds: number | null
  /** It shows something of one reader and must never be kept. */
  personal: boolean
  /** What a visitor typed into a form of an older build, to be shown again; null in all other cases. */
  returned: Record<string, string> | null
  /** Finished HTML that waits outside the render, by the number that stands for it in the page. */
  parts: string[]
  /** The address of the one module that this document runs; null for none. */
  module: string | null
  /** What its answer says besides, to machines. */
  headers: Record<string, string>
}

/** The render in hand; the server and the pages are separate module graphs and meet on the global object. */
export const READING = Symbol.for('masthead.reading')
const shared = globalThis as typeof globalThis & { [READING]?: AsyncLocalStorage<Reading> }

export const reading = (): Reading | undefined => shared[READING]?.getStore()

/** Says what a verb read. Outside a render nobody listens. */
export function tracks(...tags: string[]): void {
  const current = reading()
  for (const tag of tags) current?.tags.add(tag)
}

/** Says until when that holds; the earliest instant of all wins. */
export function holdsUntil(instant: Date | null): void {
  const current = reading()
  if (!current || !instant) return
  if (!current.holdsUntil || instant < current.holdsUntil) current.holdsUntil = instant
}

/** Runs a part of a render by itself and says what that part read, for whoever keeps its answer. */
export async function readApart<T>(
  ask: () => Promise<T>,
): Promise<{ value: T; tags: Set<string>; holdsUntil: Date | null }> {
  const current = reading()
  const storage = shared[READING]
  if (!current || !storage) throw new Error('Only a render says what it reads')
  const part: Reading = { ...current, tags: new Set(), holdsUntil: null }
  const value = await storage.run(part, ask)
  return { value, tags: part.tags, holdsUntil: part.holdsUntil }
}

/** Touched where somebody's words were erased: what was kept outside of the database goes with them. */
export const ERASED = 'erased'

/** Says what a write changed, in the transaction that changes it. */
export async function touches(tx: Tx, ...tags: string[]): Promise<void> {
  if (tags.length > 0) await tx.insert(touchLog).values([...new Set(tags)].map((tag) => ({ tag })))
}
