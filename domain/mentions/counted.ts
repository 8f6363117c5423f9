import type { MentionKind } from './states'

const WORDS = {
  like: ['like', 'likes'],
  repost: ['repost', 'reposts'],
  bookmark: ['bookmark', 'bookmarks'],
} as const satisfies Partial<Record<MentionKind, readonly [string, string]>>

type Counted = keyof typeof WORDS
const COUNTED = Object.keys(WORDS) as Counted[]

/** `2 likes · 1 repost`: what has nothing to say but that it is there; empty for none. */
export const countedInWords = (counts: Record<MentionKind, number>): string =>
  COUNTED.filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${WORDS[kind][counts[kind] === 1 ? 0 : 1]}`)
    .join(' · ')

/** How many there are of all kinds. */
export const allOf = (counts: Record<MentionKind, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
