import { formatDate, toIso } from '@/domain/dates'

/** A calendar day as the site sees it; machines read the instant. */
export function Dated({ at, timeZone }: { at: Date; timeZone: string }) {
  return <time dateTime={toIso(at)}>{formatDate(at, timeZone)}</time>
}
