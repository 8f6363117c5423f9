import unhomoglyph from 'unhomoglyph'

// what nobody sees, what turns the line around, and blanks that pass for letters; joiners stay, scripts and emoji need them
const UNSEEN =
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu

/** More marks on one letter than any writing has would cover the lines above and below. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/** A name as it is shown: one line, without what cannot be seen. */
export const tidyName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').replace(UNSEEN, '').replace(STACKED, '$1').trim()

const bare = (text: string) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')

/** The words of a text as they look: letters that are taken for each other are the same letter. */
const wordsIn = (text: string): string[] =>
  bare(unhomoglyph(text))
    .toLowerCase()
    .replaceAll('i', 'l')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Large letters look like others than small ones do, so a name looks like two things. */
const looksOf = (name: string): string[][] => [wordsIn(bare(name)), wordsIn(bare(name).toLowerCase())]

const ROLES = new Set(
  wordsIn(
    'admin administrator administration editor editors editorial moderator moderators staff team official owner support webmaster',
  ),
)
const FILLERS = new Set(wordsIn('the of at from'))

// however its words are spaced and ordered
const keysOf = (words: string[]) => [words.join(''), words.toSorted().join('')]

/** Tells of names whether they could be taken for one of those who work here, for the house, or for an office in it. */
export function impersonation(kept: Iterable<string>): (name: string) => boolean {
  const looks = [...kept].flatMap(looksOf)
  const keys = new Set(looks.flatMap(keysOf).filter((key) => key !== ''))
  const isTaken = (words: string[]) => {
    const meaning = words.filter((word) => !FILLERS.has(word))
    const own = meaning.filter((word) => !ROLES.has(word))
    // an office alone, or somebody kept with or without one
    if (own.length === 0) return meaning.length > 0
    return [words, meaning, own].flatMap(keysOf).some((key) => keys.has(key))
  }
  return (name) => looksOf(name).some(isTaken)
}
