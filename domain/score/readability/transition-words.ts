import { at } from '../evidence'
import type { ProseSentence } from '../prose'
import type { Rule } from '../rule'
import { between } from '../rule'

const SHARE = 0.3
const FEWEST_SENTENCES = 8

export const transitionWords: Rule = {
  id: 'transition-words',
  part: 'readability',
  weight: 14,
  asks: `At least ${SHARE * 100} % of the sentences say how they follow (“but”, “because”, “for example”); no points below 10 %.`,
  source: 'Yoast SEO’s readability analysis.',
  check: ({ prose }) => {
    const sentences = prose?.sentences.filter(({ passage }) => passage.block.kind === 'paragraph') ?? []
    if (sentences.length < FEWEST_SENTENCES) return null
    const joined = sentences.filter((sentence) => sentence.hasTransition && !sentence.isPadding)
    const share = joined.length / sentences.length
    const points = between(share, SHARE, 0.1)
    return {
      share: points,
      evidence: points < 1 ? unjoined(sentences, share) : [],
    }
  },
}

/** The paragraphs of three sentences and more in which none is joined to the one before. */
function unjoined(sentences: ProseSentence[], share: number) {
  const byPassage = new Map<ProseSentence['passage'], ProseSentence[]>()
  for (const sentence of sentences) {
    const own = byPassage.get(sentence.passage)
    if (own) own.push(sentence)
    else byPassage.set(sentence.passage, [sentence])
  }
  return [...byPassage]
    .filter(([, own]) => own.length > 2 && own.every((sentence) => !sentence.hasTransition))
    .map(([passage, own]) =>
      at(passage, own[0]?.from ?? 0, own[0]?.to ?? 0, {
        why: `No sentence of this paragraph says how it follows; in the whole text ${Math.round(share * 100)} % do.`,
        mend: 'Say where a reason, a contrast, an example or a consequence follows.',
      }),
    )
}
