export const COMMENT_STATES = ['published', 'held', 'spam', 'removed'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** Why a comment got the state it was stored in; kept with it. */
export const COMMENT_REASONS = ['trap', 'mode:hold-first', 'mode:hold-all', 'mode:confirmed'] as const
export type CommentReason = (typeof COMMENT_REASONS)[number]

export const REASON_NAMES: Record<CommentReason, string> = {
  trap: 'Filled in a field that people do not see',
  'mode:hold-first': 'A guest who is not known here yet',
  'mode:hold-all': 'Every comment is held',
  'mode:confirmed': 'The author’s email address is not confirmed',
}
