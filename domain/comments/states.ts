export const COMMENT_STATES = ['published', 'held', 'spam', 'removed'] as const
export type CommentState = (typeof COMMENT_STATES)[number]
