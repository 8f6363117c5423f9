/** What a clock on the wall shows. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number }

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone)
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
    formatters.set(timeZone, known)
  }
  return known
}

/** The wall time of an instant in an IANA time zone. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

const asUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute)

/**
 * The instant at which a clock in a time zone shows this. Days and minutes may run over: day 0 is the last of the month
 * before. Where clocks go back it is the first of the two, where they go forward what the clock showed before is meant.
 */
export function instantAt(wall: WallTime, timeZone: string): Date {
  const wanted = asUtc(wall)
  const offsetAt = (ms: number) =>
    asUtc(wallTimeOf(new Date(ms), timeZone)) - Math.floor(ms / 60_000) * 60_000
  const candidates = [wanted - offsetAt(wanted - 86_400_000), wanted - offsetAt(wanted + 86_400_000)]
  const exact = candidates.filter((ms) => ms + offsetAt(ms) === wanted)
  return new Date(Math.min(...(exact.length > 0 ? exact : [candidates[0] ?? wanted])))
}
