import { instantAt, wallTimeOf } from '@/domain/wall-time'

const two = (value: number) => String(value).padStart(2, '0')

/** An instant as a field for date and time shows it, in a time zone. */
export function toField(instant: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTimeOf(instant, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** What such a field holds; null while it is not complete. */
export function fromField(text: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  return instantAt({ year, month, day, hour, minute }, timeZone)
}
