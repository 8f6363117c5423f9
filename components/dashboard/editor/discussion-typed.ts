import { DAYS_MAX, type DiscussionChoice } from '@/domain/discussion/choices'
import type { DiscussionInput } from '@/domain/discussion/input'
import type { DiscussionFacts } from '@/domain/discussion/state'
import type { Typed } from './discussion-details'
import { fromField, toField } from './local-time'

const SUGGESTED_DAYS = 14
const WEEK_MS = 7 * 86_400_000

/** What the fields hold at first: what is saved, or a suggestion. */
export const typedOf = (facts: DiscussionFacts, now: Date, timeZone: string): Typed => ({
  closes: toField(facts.discussionClosesAt ?? new Date(now.getTime() + WEEK_MS), timeZone),
  days: String(facts.discussionCloseAfterDays ?? SUGGESTED_DAYS),
  reopens: facts.discussionReopensAt ? toField(facts.discussionReopensAt, timeZone) : '',
})

/** Why a choice cannot be saved as it is typed; null where it can. */
export function lackingIn(choice: DiscussionChoice, typed: Typed, timeZone: string): string | null {
  const closesAt = fromField(typed.closes, timeZone)
  const reopensAt = fromField(typed.reopens, timeZone)
  const days = Number(typed.days)
  if (choice === 'closes-at' && !closesAt) return 'Choose a date and a time.'
  if (choice === 'closes-after' && !(Number.isInteger(days) && days >= 1 && days <= DAYS_MAX))
    return 'Write a number of days.'
  if (typed.reopens !== '' && !reopensAt) return 'Choose a date and a time to open again, or none.'
  if (choice === 'closes-at' && closesAt && reopensAt && reopensAt <= closesAt)
    return 'Comments can only open again after they closed.'
  return null
}

/** What is typed as the choice that it means; null while something is lacking. */
export function inputOf(choice: DiscussionChoice, typed: Typed, timeZone: string): DiscussionInput | null {
  if (lackingIn(choice, typed, timeZone)) return null
  const reopensAt = fromField(typed.reopens, timeZone)
  const closesAt = fromField(typed.closes, timeZone)
  switch (choice) {
    case 'inherit':
    case 'open':
      return { discussion: choice }
    case 'closed':
      return { discussion: choice, reopensAt }
    case 'closes-at':
      return closesAt && { discussion: choice, closesAt, reopensAt }
    case 'closes-after':
      return { discussion: choice, closeAfterDays: Number(typed.days), reopensAt }
  }
}
