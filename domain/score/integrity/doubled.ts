import { evidenceBy } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const DOUBLED = /(?<![\p{L}\p{N}'’-])(\p{L}[\p{L}'’]*)([ \n\u00a0]+)\1(?![\p{L}\p{N}'’-])/giu
// what English says twice and means
const MEANT = new Set([
  'had',
  'that',
  'ha',
  'bye',
  'very',
  'no',
  'so',
  'tut',
  'chop',
  'knock',
  'hear',
  'there',
  'is',
])

const LITTLE = new Set(
  'a an and are as at be but by for from he if in it of on or she the their they to was we were with you'.split(
    ' ',
  ),
)

/** Two equal words in a row, most of all an article or a preposition at the turn of a line. */
export const doubled: Rule = {
  id: 'doubled-words',
  part: 'integrity',
  weight: 2,
  asks: 'No word stands twice in a row.',
  source: 'Copy-editing practice; proofreaders look for “the the” first.',
  check: ({ passages }) => lessEach(passages.flatMap(doubledIn), 0.34),
}

const doubledIn = evidenceBy((text) =>
  [...text.matchAll(DOUBLED)].flatMap((match) => {
    const [whole, word = ''] = match
    // names repeat themselves: Shan Shan Wong, Baden Baden
    const isName = /^\p{Lu}/u.test(word) && whole.endsWith(word) && !LITTLE.has(word.toLowerCase())
    if (isName || MEANT.has(word.toLowerCase())) return []
    return {
      from: match.index,
      to: match.index + whole.length,
      why: `“${word}” stands twice.`,
      mend: 'Take one of the two out.',
      instead: word,
    }
  }),
)
