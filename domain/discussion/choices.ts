/** What an article says of its own discussion; `inherit` follows the site's policy, anything else beats it. */
export const DISCUSSION_CHOICES = ['inherit', 'open', 'closed', 'closes-at', 'closes-after'] as const
export type DiscussionChoice = (typeof DISCUSSION_CHOICES)[number]

/** Which date the age of an article is counted from. */
export const DISCUSSION_CLOCKS = ['published', 'updated', 'last-comment'] as const
export type DiscussionClock = (typeof DISCUSSION_CLOCKS)[number]

/** How new comments of guests are let in. */
export const DISCUSSION_MODES = ['open', 'hold-first', 'hold-all', 'confirmed'] as const
export type DiscussionMode = (typeof DISCUSSION_MODES)[number]

/** What is done with a comment that reads like what moderators called spam. */
export const LEARNED = ['hold', 'off'] as const
export type Learned = (typeof LEARNED)[number]

/** Whether browsers do a little work for each comment. */
export const CHECKS = ['off', 'on'] as const
export type Check = (typeof CHECKS)[number]

/** What a discussion is made of, each with a switch of its own. */
export const DISCUSSION_KINDS = ['threads', 'replies', 'mentions'] as const
export type DiscussionKind = (typeof DISCUSSION_KINDS)[number]

/** When something of a kind is taken; `always` is also after a date or an age has closed the discussion. */
export const TAKINGS = ['while-open', 'always', 'never'] as const
export type Taking = (typeof TAKINGS)[number]

// threads that are always taken would be a discussion that never closes, which is a choice of its own
export const THREAD_TAKINGS = ['while-open', 'never'] as const

export const DAYS_MAX = 36_500
