import { remembered } from './memo'

/** A word as a reader counts it: `well-known` and `don’t` are one, a number with its commas too. */
const WORD = /[\p{L}\p{N}](?:\p{Cf}*(?:[\p{L}\p{N}\p{M}]|['’.,-](?=[\p{L}\p{N}])))*/gu
const UNSEEN = /\p{Cf}/gu

/** `text` is without characters that nobody sees; the place is where they stand. */
export type Word = { text: string; from: number; to: number }

export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word.replace(UNSEEN, ''),
    from: index,
    to: index + word.length,
  }))

/** How many words a text has. */
export const countWords = (text: string): number => measure(text).words

/** For comparing: small letters, one kind of apostrophe, single spaces, nothing that cannot be seen. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const measure = remembered((text) => ({ words: text.match(WORD)?.length ?? 0 }))
