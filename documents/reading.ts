import { AsyncLocalStorage } from 'node:async_hooks'
import { type Reading, READING, reading } from '@/db/touches'

const shared = globalThis as typeof globalThis & { [READING]?: AsyncLocalStorage<Reading> }

/** Runs one render with a record of its own; everything awaited inside, in the pages' module graph too, writes into it. */
export async function readingOf<T>(
  returned: Reading['returned'],
  render: () => Promise<T>,
): Promise<{ result: T; reading: Reading }> {
  const record: Reading = {
    tags: new Set(),
    holdsUntil: null,
    status: null,
    retryAfterSeconds: null,
    personal: false,
    returned,
    parts: [],
    module: null,
    headers: {},
  }
  const storage = (shared[READING] ??= new AsyncLocalStorage())
  return { result: await storage.run(record, render), reading: record }
}

/** What a document page says of its own answer. */
export const answer = {
  /** The status of this document. Pages never call notFound(): without scripts its body would be empty. */
  status(code: number): void {
    const record = reading()
    if (record) record.status = code
  },
  /** The status 429, with the seconds after which another try may succeed. */
  tooMany(retryAfterSeconds: number): void {
    const record = reading()
    if (record) Object.assign(record, { status: 429, retryAfterSeconds })
  },
  /** This document shows something of one reader and is never kept. */
  personal(): void {
    const record = reading()
    if (record) record.personal = true
  },
  /** This document runs a module of ours, at this address, and no other script. */
  runs(module: string): void {
    const record = reading()
    if (record) record.module = module
  },
  /** What was typed into a form that is not taken as it is, for the page that shows it again. */
  giveBack(typed: Record<string, string>): void {
    const record = reading()
    if (record) record.returned = typed
  },
  /** The answer says this, besides what every document says. */
  header(name: string, value: string): void {
    const record = reading()
    if (record) record.headers[name] = value
  },
  /** The text of a form that was given back, or that an older build had served: its writer finds it again. */
  returned: (): Record<string, string> | null => reading()?.returned ?? null,
}
