import type { CommentState } from '@/domain/comments/states'

/** What each decision is called on its button. */
export const DECISIONS = [
  ['Approve', 'published'],
  ['Hold', 'held'],
  ['Spam', 'spam'],
  ['Remove', 'removed'],
] as const satisfies [string, CommentState][]

/** What has become of a comment, as a sentence goes on after `it`. */
export const IS_NOW: Record<CommentState, string> = {
  published: 'is public',
  held: 'is held',
  spam: 'is spam',
  removed: 'is removed',
}

/** What a decision did, at the place of the buttons. */
export const DONE: Record<CommentState, string> = {
  published: 'Approved. Readers see it now.',
  held: 'Held. Readers do not see it.',
  spam: 'Put with the spam. Readers do not see it.',
  removed: 'Removed. Readers do not see it.',
}
