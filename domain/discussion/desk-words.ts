import type { Event } from './history'
import { discussionSentence, inDays, inWords, SINCE } from './sentence'
import { modeInWords } from './mode-words'
import type { DiscussionState } from './state'

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
  const why = by.reason.replace(/\.$/, '')
  const reason = why && `, reason: ${why}`
  if (by.what === 'policy')
    return `${became === 'open' ? 'Reopened' : 'Closed'} on ${day}, when ${by.actor} changed the site's policy.`
  if (by.what === 'publication')
    return `${became === 'open' ? 'Reopened' : 'Closed'} on ${day}, when ${by.actor} published or dated it anew.`
  if (by.what === 'mode')
    return `Set on ${day} by ${by.actor}: ${modeInWords(by.mode ?? null)}.${why && ` Reason: ${why}.`}`
  if (became === 'open') return `Reopened on ${day} by ${by.actor}${reason}.`
  if (became === 'closed') return `Closed on ${day} by ${by.actor}${reason}.`
  return `Set on ${day} by ${by.actor}: ${stateInWords(state, format)}${why && ` Reason: ${why}.`}`
}
