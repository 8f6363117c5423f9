import type { DeskState } from '@/domain/articles'
import { formatNear } from '@/domain/dates'
import type { DiscussionState } from '@/domain/discussion/state'

export const STATE_NAMES: Record<DeskState, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  published: 'Published',
  unpublished: 'Unpublished',
}

/** The state of a discussion in as few words as a row has room for; null where nobody can comment anyway. */
export function discussionWords(discussion: DiscussionState, now: Date, timeZone: string): string | null {
  const { state, reason, closesAt, reopensAt } = discussion
  if (reason === 'not-public') return null
  if (state === 'closed') return reopensAt ? `Closed until ${formatNear(reopensAt, now, timeZone)}` : 'Closed'
  return closesAt ? `Closes ${formatNear(closesAt, now, timeZone)}` : 'Open'
}
