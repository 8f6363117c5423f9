import { instantAt, wallTimeOf } from './wall-time'

/** One day of a time zone: from its midnight to the next, which may be 23 or 25 hours later. */
export type Day = { from: Date; until: Date }

/** The last days up to the one of `now`, the oldest first. */
export function lastDays(count: number, timeZone: string, now: Date): Day[] {
  const { year, month, day } = wallTimeOf(now, timeZone)
  const midnight = (back: number): Date => {
    const date = new Date(Date.UTC(year, month - 1, day - back))
    const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    return instantAt({ ...wall, hour: 0, minute: 0 }, timeZone)
  }
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index
    return { from: midnight(back), until: midnight(back - 1) }
  })
}
