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

/** A hit by the text in which it is: `p3` is the fourth in what readers have, `d0` the first in the draft. */
export type HitKey = `${'p' | 'd'}${number}`
export const HIT_KEY = /^[pd]\d{1,6}$/

export const hitKey = (of: 'published' | 'draft', index: number): HitKey =>
  `${of === 'published' ? 'p' : 'd'}${index}`

/** What the rules against damage say of the text that a replacement would make. */
export type Warning = { quote: string; why: string }
