/** What becomes of a look for words: it is at work, was read by somebody, was carried out, and was taken back. */
export const REPLACEMENT_STATES = ['searching', 'found', 'applied', 'undone'] as const
export type ReplacementState = (typeof REPLACEMENT_STATES)[number]

/**
 * Of an article: it has hits; was changed; was left, because somebody changed it first, the result would not be
 * allowed, or the gate stopped it; got its text back; or kept the new one, because somebody changed it since.
 */
export const HIT_STATES = ['found', 'applied', 'overtaken', 'refused', 'stopped', 'undone', 'kept'] as const
export type HitState = (typeof HIT_STATES)[number]

/** More are not changed in one transaction: a look stops here and says so. */
export const MOST_ARTICLES = 500

/** Where hits are: in what readers have, in the draft, or in the address, which both share. */
export type SideName = 'published' | 'draft' | 'address'

const LETTERS = { published: 'p', draft: 'd', address: 'a' } as const

/** A hit by where it is: `p3` is the fourth in what readers have, `d0` the first in the draft. */
export type HitKey = `${(typeof LETTERS)[SideName]}${number}`

export const HIT_KEY = /^[pda]\d{1,6}$/

export const hitKey = (of: SideName, index: number): HitKey => `${LETTERS[of]}${index}`

/** What the rules against damage say of the text that a replacement would make. */
export type Warning = { quote: string; why: string }
