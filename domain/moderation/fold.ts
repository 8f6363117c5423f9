// Words of a comment and of a list meet in one spelling, whatever the writer did to the letters.

const ASCII = /^[\0-\x7f]*$/
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Accents, and what is invisible between letters. Vowel signs of other scripts are letters in all but name and stay. */
const MARKS = /[\u0300-\u036f\p{Cf}]/gu
/** Scripts that put no spaces between words: there a run of letters is a sentence. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const LATIN = /[a-z]/
const LIKE_LATIN = new Map(
  [...'аɑα']
    .map((letter): [string, string] => [letter, 'a'])
    .concat(
      Object.entries({ е: 'e', ё: 'e', о: 'o', ο: 'o', р: 'p', ρ: 'p', с: 'c', у: 'y', х: 'x', і: 'i' }),
      Object.entries({
        ι: 'i',
        ј: 'j',
        ѕ: 's',
        к: 'k',
        κ: 'k',
        м: 'm',
        т: 't',
        τ: 't',
        ԁ: 'd',
        ν: 'v',
        ո: 'n',
      }),
    ),
)

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Lower case without accents, ligatures, wide letters and invisible characters. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text.toLowerCase().normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase()
}

/** A Cyrillic or Greek letter among Latin ones is there to be mistaken; a word of one script stays what it is. */
function unmix(word: string): string {
  if (ASCII.test(word) || !LATIN.test(word)) return word
  return word.replace(/[^a-z]/gu, (letter) => LIKE_LATIN.get(letter) ?? letter)
}

/** The words of a text in their order, folded. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [run] of fold(text).matchAll(WORD)) {
    if (ASCII.test(run) || !UNSPACED.test(run)) words.push(unmix(run))
    else
      for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) words.push(unmix(segment))
  }
  return words
}

const DISGUISED = /[\p{L}\p{N}@$!|]+/gu
const SIGN = /[0-9@$!|]/
const LETTER = /\p{L}/u
const READINGS = [
  { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i', '|': 'l' },
  { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'l', '|': 'i' },
].map((signs) => new Map(Object.entries(signs)))
const SPELLED_FROM = 4

/** Single words that a text may have meant: `c@s1no`, and letters spelled out one by one. */
export function disguisedWordsOf(text: string, words: readonly string[]): string[] {
  const meant: string[] = []
  if (SIGN.test(text))
    for (const [run] of fold(text).matchAll(DISGUISED))
      if (SIGN.test(run) && LETTER.test(run))
        for (const reading of READINGS)
          meant.push(run.replace(/[^\p{L}]/gu, (sign) => reading.get(sign) ?? sign))
  let spelled = ''
  for (const word of [...words, '  ']) {
    if (word.length === 1) spelled += word
    else {
      if (spelled.length >= SPELLED_FROM) meant.push(spelled)
      spelled = ''
    }
  }
  return meant
}
