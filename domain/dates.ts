type Shape = 'date' | 'day' | 'month' | 'time'

const OPTIONS: Record<Shape, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

// making a formatter costs a hundred times more than using it
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(shape: Shape, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`
  let known = formatters.get(key)
  if (!known) formatters.set(key, (known = new Intl.DateTimeFormat('en-GB', { ...OPTIONS[shape], timeZone })))
  return known
}

/** `7 April 2024`, in an IANA time zone. */
export const formatDate = (instant: Date, timeZone: string) => formatter('date', timeZone).format(instant)

/** `April 2024`, in an IANA time zone. */
export const formatMonth = (instant: Date, timeZone: string) => formatter('month', timeZone).format(instant)

/** `7 April 2024, 09:14`, in an IANA time zone. */
export const formatDateTime = (instant: Date, timeZone: string) =>
  `${formatDate(instant, timeZone)}, ${formatter('time', timeZone).format(instant)}`

/** `7 April, 09:14`, for where the year is plain from the context. */
export const formatDayTime = (instant: Date, timeZone: string) =>
  `${formatter('day', timeZone).format(instant)}, ${formatter('time', timeZone).format(instant)}`

/** `7 April`, with the year where it is not the one of `now`. */
export const formatNear = (instant: Date, now: Date, timeZone: string) => {
  const year = (date: Date) => formatDate(date, timeZone).slice(-4)
  return formatter(year(instant) === year(now) ? 'day' : 'date', timeZone).format(instant)
}

/** `7 April, 09:14`, with the year where it is not the one of `now`. */
export const formatNearTime = (instant: Date, now: Date, timeZone: string) =>
  `${formatNear(instant, now, timeZone)}, ${formatter('time', timeZone).format(instant)}`

/** `America/Los Angeles`: an IANA time zone as a screen names it. */
export const zoneName = (timeZone: string) => timeZone.replaceAll('_', ' ')

/** What `<time datetime>` and JSON carry: ISO 8601 in UTC. */
export const toIso = (instant: Date) => instant.toISOString()
