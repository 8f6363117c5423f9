import { type DiscussionKind, type Taking, TAKINGS, THREAD_TAKINGS } from './choices'

export const KIND_NAMES: Record<DiscussionKind, string> = {
  threads: 'New threads',
  replies: 'Replies',
  mentions: 'Mentions',
}

export const TAKING_NAMES: Record<DiscussionKind, Record<Taking, string>> = {
  threads: { 'while-open': 'While comments are open', always: 'Always', never: 'None' },
  replies: {
    'while-open': 'While comments are open',
    always: 'Also after a date or an age closed them',
    never: 'None',
  },
  mentions: { 'while-open': 'Shown', always: 'Shown, also after closing', never: 'Not shown' },
}

// nothing but our own articles mentions one yet, and those do it whenever they appear
const OFFERED: Record<DiscussionKind, readonly Taking[]> = {
  threads: THREAD_TAKINGS,
  replies: TAKINGS,
  mentions: ['while-open', 'never'],
}

/** What a form offers for a kind: what does something of its own, and what is saved, so that nobody loses it unawares. */
export const takingsOf = (kind: DiscussionKind, saved: Taking | null): Taking[] => [
  ...new Set([...OFFERED[kind], ...(saved ? [saved] : [])]),
]
