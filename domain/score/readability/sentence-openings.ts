import { at } from '../evidence'
import type { ProseSentence } from '../prose'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const IN_A_ROW = 3

export const sentenceOpenings: Rule = {
  id: 'sentence-openings',
  part: 'readability',
  weight: 8,
  asks: `Never ${IN_A_ROW} sentences in a row that begin with the same word; each such row costs a third.`,
  source: 'Yoast SEO’s readability analysis.',
  check: ({ prose }) => {
    if (!prose) return null
    const evidence = rows(prose.sentences.filter(({ isPadding }) => !isPadding)).flatMap((row) => {
      const last = row.at(-1)
      if (!last || row.length < IN_A_ROW) return []
      const { passage, opening } = last
      return at(passage, opening.from, opening.to, {
        why: `${row.length} sentences in a row begin with “${passage.text.slice(opening.from, opening.to)}”.`,
        mend: 'Begin one of them differently, or join two.',
      })
    })
    return lessEach(evidence, 1 / 3)
  },
}

/** Neighbours in one paragraph that begin alike. Items of a list may. */
function rows(sentences: ProseSentence[]): ProseSentence[][] {
  const found: ProseSentence[][] = []
  for (const sentence of sentences) {
    const row = found.at(-1)
    const before = row?.at(-1)
    const goesOn = before?.passage === sentence.passage && before.opening.key === sentence.opening.key
    if (row && goesOn) row.push(sentence)
    else found.push([sentence])
  }
  return found
}
