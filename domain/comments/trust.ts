import type { DiscussionMode } from '@/domain/discussion/choices'
import type { CommentReason } from './reasons'

/**
 * What is known of an author. A typed address proves nothing; it is confirmed when its mailbox was opened for it, and
 * an author is known when readers see a comment by that confirmed address.
 */
export type Trust = 'typed' | 'confirmed' | 'known'

/** Whether the site's mode lets an author publish at once. */
export function letsPublish(mode: DiscussionMode, trust: Trust): boolean {
  switch (mode) {
    case 'open':
      return true
    case 'confirmed':
      return trust !== 'typed'
    case 'hold-first':
      return trust === 'known'
    case 'hold-all':
      return false
  }
}

/** Whether a comment that is held waits only for what its author may do: nothing but the mode holds it. */
export const waitsForTrust = (reasons: readonly CommentReason[]): boolean =>
  reasons.length > 0 &&
  reasons.every(({ rule, detail }) => rule === 'mode' && (detail === 'confirmed' || detail === 'hold-first'))
