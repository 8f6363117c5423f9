import { at } from '../evidence'
import type { Rule } from '../rule'
import { between } from '../rule'

const LONG = 20
const SHARE = 0.25

export const sentenceLength: Rule = {
  id: 'sentence-length',
  part: 'readability',
  weight: 20,
  asks: `At most ${SHARE * 100} % of the sentences have more than ${LONG} words; no points from 60 % on.`,
  source: 'Yoast SEO’s readability analysis; plain-language guides ask for 15 to 20 words on average.',
  check: ({ prose }) => {
    if (!prose) return null
    const long = prose.sentences.filter(({ words }) => words > LONG)
    const counted = prose.sentences.filter(({ words, isPadding }) => words > LONG || !isPadding)
    const share = long.length / Math.max(1, counted.length)
    const points = between(share, SHARE, 0.6)
    const worst = long.toSorted((a, b) => b.words - a.words)
    return {
      share: points,
      evidence: (points < 1 ? worst : []).map(({ passage, from, to, words }) =>
        at(passage, from, to, {
          why: `This sentence has ${words} words; ${Math.round(share * 100)} % of the sentences have more than ${LONG}.`,
          mend: 'Make two sentences of it.',
        }),
      ),
    }
  },
}
