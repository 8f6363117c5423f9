/** What an article says of its own discussion; `inherit` follows the site's policy, anything else beats it. */
export const DISCUSSION_CHOICES = ['inherit', 'open', 'closed', 'closes-at', 'closes-after'] as const
export type DiscussionChoice = (typeof DISCUSSION_CHOICES)[number]

/** Which date the age of an article is counted from. */
export const DISCUSSION_CLOCKS = ['published', 'updated', 'last-comment'] as const
export type DiscussionClock = (typeof DISCUSSION_CLOCKS)[number]

/** How new comments of guests are let in. */
export const DISCUSSION_MODES = ['open', 'hold-first', 'hold-all', 'confirmed'] as const
export type DiscussionMode = (typeof DISCUSSION_MODES)[number]
