import type { DiscussionInput } from './input'
import type { DiscussionFacts } from './state'

/** What an article chose, in the names of its columns. */
export type Choice = Pick<
  DiscussionFacts,
  'discussion' | 'discussionClosesAt' | 'discussionCloseAfterDays' | 'discussionReopensAt'
>

export const choiceColumns = (input: DiscussionInput): Choice => ({
  discussion: input.discussion,
  discussionClosesAt: input.discussion === 'closes-at' ? input.closesAt : null,
  discussionCloseAfterDays: input.discussion === 'closes-after' ? input.closeAfterDays : null,
  discussionReopensAt: 'reopensAt' in input ? (input.reopensAt ?? null) : null,
})

/** The choice among other facts, always in the same order, so that two can be compared as text. */
export const choiceOf = (facts: Choice): Choice => ({
  discussion: facts.discussion,
  discussionClosesAt: facts.discussionClosesAt,
  discussionCloseAfterDays: facts.discussionCloseAfterDays,
  discussionReopensAt: facts.discussionReopensAt,
})

/** What an article will know once a choice is made. */
export function chosen(facts: DiscussionFacts, input: DiscussionInput, now: Date): DiscussionFacts {
  const { discussion, discussionReopensAt: again } = facts
  // closed is since when it was closed, not since when its day of opening again was set
  const isStill = input.discussion === discussion && !(again && again <= now)
  return {
    ...facts,
    ...choiceColumns(input),
    discussionChangedAt: isStill ? facts.discussionChangedAt : now,
  }
}
