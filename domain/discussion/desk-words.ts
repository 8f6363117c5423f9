import { formatDate } from '@/domain/dates'
import { type Consequence, consequenceOf } from './consequence'
import type { Event } from './history'
import { discussionSentence, inDays, inWords, SINCE } from './sentence'
import { type ClosingPolicy, type DiscussionFacts, type DiscussionState, discussionState } from './state'

type Format = (instant: Date) => string

/** What a discussion is now and by whose word, for those who decide about it. */
export function stateInWords(state: DiscussionState, format: Format): string {
  const { reason, closedAt, reopensAt } = state
  if (reason === 'not-public') return 'Nobody can comment before it is published.'
  if (state.state === 'open') return inWords(discussionSentence(state), format)
  const again = reopensAt ? ` It opens again on ${format(reopensAt)}.` : ''
  const left = state.takes.replies ? ' Replies are still taken.' : ''
  return `${closedInWords(state, closedAt ? `Closed on ${format(closedAt)}` : 'Closed')}${left}${again}`
}

function closedInWords({ reason, by }: DiscussionState, closed: string): string {
  if (reason === 'date') return `${closed}, the date set for this article.`
  if (reason === 'site') return `${closed}: the site takes neither threads nor replies.`
  if (reason !== 'age' || by.days === null) return `${closed} by hand.`
  const days = `${inDays(by.days)} ${SINCE[by.clock]}`
  return by.level === 'site' ? `${closed} by the site's policy, ${days}.` : `${closed}, ${days}.`
}

/** Something of the past: `Closed on 7 April 2024 by the site's policy, 14 days after publication.` */
export function eventInWords({ at, became, by, state }: Event, format: Format): string {
  const day = format(at)
  if (!by)
    return became === 'open'
      ? `Opened again on ${day}, the date set for it.`
      : closedInWords(state, `Closed on ${day}`)
  const reason = by.reason ? `, reason: ${by.reason}` : ''
  if (by.what === 'policy')
    return `${became === 'open' ? 'Reopened' : 'Closed'} on ${day}, when ${by.actor} changed the site's policy.`
  if (by.what === 'publication')
    return `${became === 'open' ? 'Reopened' : 'Closed'} on ${day}, when ${by.actor} published or dated it anew.`
  if (became === 'open') return `Reopened on ${day} by ${by.actor}${reason}.`
  if (became === 'closed') return `Closed on ${day} by ${by.actor}${reason}.`
  return `Set on ${day} by ${by.actor}: ${stateInWords(state, format)}${reason && ` Reason: ${by.reason}.`}`
}

const CONSEQUENCES: Record<Consequence, string> = {
  closes: 'This would close its comments now.',
  opens: 'This would open its comments again.',
  'appears-closed': 'It would appear with its comments closed already.',
}

/** What another date does to a discussion, said before it is saved. */
export function consequenceInWords(
  consequence: Consequence | null,
  after: DiscussionFacts,
  { policy, now, timeZone }: { policy: ClosingPolicy; now: Date; timeZone: string },
): string {
  const { publishAt } = after
  const shown = discussionState(after, policy, publishAt && publishAt > now ? publishAt : now)
  const sentence = inWords(discussionSentence(shown), (instant) => formatDate(instant, timeZone))
  return consequence
    ? `${CONSEQUENCES[consequence]} Readers would be told: ${sentence}`
    : `Its discussion stays ${shown.state}: ${sentence}`
}

/** Said beside an update that starts the days of a closed discussion again; null where it does not. */
export function updateInWords(
  before: DiscussionFacts,
  after: DiscussionFacts,
  { policy, now, timeZone }: { policy: ClosingPolicy; now: Date; timeZone: string },
): string | null {
  if (consequenceOf(before, after, policy, now) !== 'opens') return null
  const sentence = discussionSentence(discussionState(after, policy, now))
  return `The next update opens its comments again. Readers would be told: ${inWords(sentence, (instant) => formatDate(instant, timeZone))}`
}
