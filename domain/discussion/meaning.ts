import { isPublic } from '@/domain/articles'
import type { DiscussionChoice } from './choices'
import { chosen } from './chosen'
import type { DiscussionInput } from './input'
import { discussionSentence, inDays, inWords, SINCE } from './sentence'
import { type ClosingPolicy, type DiscussionFacts, discussionState } from './state'

type Format = (instant: Date) => string

/** What a choice means for an article, in the words that its readers would be told, or will be once it is public. */
export function meaningOf(
  input: DiscussionInput,
  {
    facts,
    policy,
    now,
    format,
  }: { facts: DiscussionFacts; policy: ClosingPolicy; now: Date; format: Format },
): string {
  const article = chosen(facts, input, now)
  if (isPublic(article, now))
    return inWords(discussionSentence(discussionState(article, policy, now)), format)
  const days = input.discussion === 'closes-after' ? input.closeAfterDays : policy.closeAfterDays
  return AHEAD[input.discussion](input, { days, since: SINCE[policy.clock], format })
}

type Ahead = (input: DiscussionInput, by: { days: number; since: string; format: Format }) => string

const again = (input: DiscussionInput, format: Format) =>
  'reopensAt' in input && input.reopensAt ? ` They will open again on ${format(input.reopensAt)}.` : ''

const age: Ahead = (input, { days, since, format }) =>
  days > 0
    ? `Comments will close ${inDays(days)} ${since}.${again(input, format)}`
    : 'Comments will stay open.'

/** What is said of an article that is not public yet. */
const AHEAD: Record<DiscussionChoice, Ahead> = {
  inherit: age,
  open: () => 'Comments will stay open.',
  closed: (input, { format }) =>
    'reopensAt' in input && input.reopensAt
      ? `Comments will be closed until ${format(input.reopensAt)}.`
      : 'There will be no comments.',
  'closes-at': (input, { format }) =>
    input.discussion === 'closes-at'
      ? `Comments will close on ${format(input.closesAt)}.${again(input, format)}`
      : '',
  'closes-after': age,
}
