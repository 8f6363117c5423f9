import { at } from '../evidence'
import type { Rule } from '../rule'
import { between } from '../rule'

const SHARE = 0.1

export const passiveVoice: Rule = {
  id: 'passive-voice',
  part: 'readability',
  weight: 14,
  asks: `At most ${SHARE * 100} % of the sentences are in the passive voice; no points from 35 % on.`,
  source: 'Yoast SEO’s readability analysis.',
  check: ({ prose }) => {
    if (!prose) return null
    const passive = prose.sentences.filter((sentence) => sentence.passive)
    const counted = prose.sentences.filter((sentence) => sentence.passive || !sentence.isPadding)
    const share = passive.length / Math.max(1, counted.length)
    const points = between(share, SHARE, 0.35)
    return {
      share: points,
      evidence: (points < 1 ? passive : []).flatMap(({ passage, passive: span }) =>
        span
          ? at(passage, span.from, span.to, {
              why: `The passive voice, as in ${Math.round(share * 100)} % of the sentences.`,
              mend: 'Say who does it.',
            })
          : [],
      ),
    }
  },
}
