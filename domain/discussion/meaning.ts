import { isPublic } from '@/domain/articles'
import type { DiscussionChoice } from './choices'
import type { DiscussionInput } from './input'
import { discussionSentence, inDays, inWords, SINCE } from './sentence'
import { type DiscussionFacts, type DiscussionPolicy, discussionState } from './state'

type Policy = Pick<DiscussionPolicy, 'closeAfterDays' | 'clock'>
type Format = (instant: Date) => string

const chosen = (facts: DiscussionFacts, input: DiscussionInput, now: Date): DiscussionFacts => ({
  ...facts,
  discussion: input.discussion,
  discussionClosesAt: input.discussion === 'closes-at' ? input.closesAt : null,
  discussionCloseAfterDays: input.discussion === 'closes-after' ? input.closeAfterDays : null,
  discussionChangedAt: input.discussion === facts.discussion ? facts.discussionChangedAt : now,
})

/** What a choice means for an article, in the words that its readers would be told, or will be once it is public. */
export function meaningOf(
  input: DiscussionInput,
  { facts, policy, now, format }: { facts: DiscussionFacts; policy: Policy; now: Date; format: Format },
): string {
  const article = chosen(facts, input, now)
  if (isPublic(article, now))
    return inWords(discussionSentence(discussionState(article, policy, now)), format)
  const days = input.discussion === 'closes-after' ? input.closeAfterDays : policy.closeAfterDays
  return AHEAD[input.discussion](input, { days, since: SINCE[policy.clock], format })
}

type Ahead = (input: DiscussionInput, by: { days: number; since: string; format: Format }) => string

const age: Ahead = (_, { days, since }) =>
  days > 0 ? `Comments will close ${inDays(days)} ${since}.` : 'Comments will stay open.'

/** What is said of an article that is not public yet. */
const AHEAD: Record<DiscussionChoice, Ahead> = {
  inherit: age,
  open: () => 'Comments will stay open.',
  closed: () => 'There will be no comments.',
  'closes-at': (input, { format }) =>
    input.discussion === 'closes-at' ? `Comments will close on ${format(input.closesAt)}.` : '',
  'closes-after': age,
}
