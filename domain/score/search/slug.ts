import { about } from '../evidence'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const MOST_CHARACTERS = 75
const MOST_WORDS = 10
const STOP_WORDS = new Set(
  'a an and are as at be but by for from had has have he her his i if in into is it its of on or our she so that the their then there these they this to was we were what when which who will with you your'.split(
    ' ',
  ),
)
const MOST_STOP_WORDS = 0.5

export const slug: Rule = {
  id: 'slug',
  part: 'search',
  weight: 6,
  asks: `The address is made of words, at most ${MOST_CHARACTERS} characters and ${MOST_WORDS} words, not half of them little words, none twice; each fault costs half.`,
  source: 'Google Search Central, URL structure; Rank Math and Yoast SEO on short addresses.',
  check: ({ subject }) => {
    // it is made of the title when the article is stored
    if (subject.slug === '') return null
    const words = subject.slug.split('-')
    const little = words.filter((word) => STOP_WORDS.has(word))
    const faults = [
      subject.slug.length > MOST_CHARACTERS && `The address has ${subject.slug.length} characters.`,
      words.length > MOST_WORDS && `The address has ${words.length} words.`,
      words.length > 4 &&
        little.length / words.length > MOST_STOP_WORDS &&
        `Most words of the address say nothing: ${little.join(', ')}.`,
      words.some((word, i) => word.length > 3 && words.indexOf(word) < i) && 'The address says a word twice.',
      !/[a-z]{3}/.test(subject.slug) && 'The address holds no word.',
    ].filter((fault) => fault !== false)
    return lessEach(
      faults.map((why) =>
        about(subject, 'slug', { why, mend: 'Keep the few words that say what it is about.' }),
      ),
      0.5,
    )
  },
}
