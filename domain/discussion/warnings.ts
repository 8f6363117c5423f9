import { formatDate } from '@/domain/dates'
import { type Consequence, consequenceOf } from './consequence'
import { discussionSentence, inWords } from './sentence'
import { type ClosingPolicy, type DiscussionFacts, discussionState } from './state'

type Around = { policy: ClosingPolicy; now: Date; timeZone: string }

const DOES: Record<Consequence, string> = {
  closes: 'would close its comments now',
  opens: 'would open its comments again',
  'appears-closed': 'would show it with its comments closed already',
}

/** What readers would be told, now or when the article appears. */
function toldOf(after: DiscussionFacts, { policy, now, timeZone }: Around): string {
  const { publishAt } = after
  const shown = discussionState(after, policy, publishAt && publishAt > now ? publishAt : now)
  return inWords(discussionSentence(shown), (instant) => formatDate(instant, timeZone))
}

/** What a change of the article does to its discussion, said before it is saved; null where it does nothing. */
export function warningOf(
  what: 'This' | 'An update' | 'Publishing it',
  { before, after }: { before: DiscussionFacts; after: DiscussionFacts },
  around: Around,
): string | null {
  const consequence = consequenceOf(before, after, around.policy, around.now)
  return consequence && `${what} ${DOES[consequence]}. Readers would be told: ${toldOf(after, around)}`
}

/** The same of another date, also where the discussion stays as it is. */
export const dateInWords = (
  change: { before: DiscussionFacts; after: DiscussionFacts },
  around: Around,
): string => warningOf('This', change, around) ?? `Readers would be told: ${toldOf(change.after, around)}`
