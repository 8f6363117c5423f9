import { z } from 'zod'

/** One page of a list; `next` is the cursor of the page after it. */
export type Listing<T> = { items: T[]; next: string | null }

/** The key of the last row of a page, as text that nobody needs to understand. */
export const encodeCursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key in a cursor; null for none and for one that was tampered with, which both mean the first page. */
export function decodeCursor<T>(cursor: string | null | undefined, shape: z.ZodType<T>): T | null {
  if (!cursor || cursor.length > 200) return null
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The key of a list ordered by id. */
export const idKey = z.int().positive()
/** The key of a list ordered by an instant (in milliseconds) and, within it, by id. */
export const instantKey = z.tuple([
  z
    .int()
    .min(-8.64e15)
    .max(8.64e15)
    .transform((ms) => new Date(ms)),
  idKey,
])

/** Cuts the one row too many that was asked for to learn whether there is a next page. */
export function page<T>(rows: T[], limit: number, keyOf: (last: T) => unknown): Listing<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null }
}
