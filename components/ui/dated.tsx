import { formatDate, formatDateTime, toIso } from '@/domain/dates'

type Props = { at: Date; timeZone: string; withTime?: boolean }

/** A calendar day as the site sees it, or a minute of it; machines read the instant. */
export function Dated({ at, timeZone, withTime = false }: Props) {
  return <time dateTime={toIso(at)}>{(withTime ? formatDateTime : formatDate)(at, timeZone)}</time>
}
