// Saves are many: an editor saves by itself while somebody writes. What is old is kept at longer and longer distances.

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/** A revision; `kept` is one that readers were given, or that is the draft now. */
export type Saved = { id: number; createdAt: Date; kept: boolean }

/**
 * Which saves go: all of the last 24 hours stay, then the last of each hour for a week, then the last of each day (UTC).
 * `again` is when there may be more to thin; null where time changes nothing any more.
 */
export function thin(saves: Saved[], now: Date): { drop: number[]; again: Date | null } {
  const taken = new Set<string>()
  const drop: number[] = []
  let youngest: number | null = null
  for (const { id, createdAt, kept } of saves.toSorted((a, b) => b.id - a.id)) {
    const age = now.getTime() - createdAt.getTime()
    if (!kept) youngest ??= age
    const slot = slotOf(createdAt, age)
    if (slot === null) continue
    if (taken.has(slot) && !kept) drop.push(id)
    taken.add(slot)
  }
  const settled = youngest === null || youngest >= WEEK_MS + DAY_MS
  return { drop, again: settled ? null : thinAfter(now) }
}

/** When what is saved now may be thinned. */
export const thinAfter = (now: Date) => new Date(now.getTime() + DAY_MS)

function slotOf(createdAt: Date, age: number): string | null {
  if (age < DAY_MS) return null
  const [name, length] = age < WEEK_MS ? ['hour', HOUR_MS] : ['day', DAY_MS]
  return `${name} ${Math.floor(createdAt.getTime() / length)}`
}
