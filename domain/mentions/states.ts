/** What a mention from elsewhere is at. `gone`: its link is not, or no longer, there. */
export const MENTION_STATES = ['waiting', 'held', 'published', 'spam', 'removed', 'gone'] as const
export type MentionState = (typeof MENTION_STATES)[number]

/** What staff may make of one whose link was found. */
export const DECIDED_STATES = ['published', 'held', 'spam', 'removed'] as const
export type DecidedState = (typeof DECIDED_STATES)[number]

export const isDecided = (state: MentionState): state is DecidedState =>
  DECIDED_STATES.some((each) => each === state)

/** What a page says that it does with ours. */
export const MENTION_KINDS = ['reply', 'like', 'repost', 'bookmark', 'mention'] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

export const MENTION_PROTOCOLS = ['webmention', 'pingback'] as const
export type MentionProtocol = (typeof MENTION_PROTOCOLS)[number]

/** How mentions from elsewhere are let in. */
export const MENTION_MODES = ['open', 'hold-first', 'hold-all'] as const
export type MentionMode = (typeof MENTION_MODES)[number]

/** Why the link of a mention is not there. */
export const GONE_REASONS = [
  'no-link',
  'deleted',
  'private',
  'unreachable',
  'address',
  'type',
  'unreadable',
] as const
export type GoneReason = (typeof GONE_REASONS)[number]
