import { type ClosingPolicy, type DiscussionFacts, type DiscussionState, discussionState } from './state'

/** What a change of something else, such as the date of its article, does to a discussion beside. */
export const CONSEQUENCES = ['closes', 'opens', 'appears-closed'] as const
export type Consequence = (typeof CONSEQUENCES)[number]

/** What becomes of a discussion by that change; null where readers can write as before. */
export function consequenceOf(
  before: DiscussionFacts,
  after: DiscussionFacts,
  policy: ClosingPolicy,
  now: Date,
): Consequence | null {
  const is = discussionState(before, policy, now)
  const will = firstShown(after, policy, now)
  if (will.state === 'closed' && is.reason === 'not-public')
    return closedOnArrival(will) ? 'appears-closed' : null
  if (is.state === 'open' && will.state === 'closed') return closedOnArrival(will) ? 'closes' : null
  return is.state === 'closed' && is.reason !== 'not-public' && will.state === 'open' ? 'opens' : null
}

/** As readers will find it: now, or when the article appears. */
function firstShown(article: DiscussionFacts, policy: ClosingPolicy, now: Date): DiscussionState {
  const { publishAt } = article
  return discussionState(article, policy, publishAt && publishAt > now ? publishAt : now)
}

// what was closed by hand or by a switch is meant to be
const closedOnArrival = ({ reason }: DiscussionState) => reason === 'date' || reason === 'age'
