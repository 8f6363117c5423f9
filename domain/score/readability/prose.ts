import { syllable } from 'syllable'
import { remembered } from '../memo'
import { sentencesIn } from '../sentences'
import { plain, wordsIn } from '../tokens'
import type { Span } from '../sentences'
import type { Word } from '../tokens'
import { IRREGULAR, NOT_PARTICIPLES } from './participles'
import { hasTransition } from './transitions'

export type Sentence = Span & {
  /** For telling repeated sentences. */
  key: string
  words: number
  syllables: number
  /** Its first word, or an article with the word after it. */
  opening: { key: string } & Span
  passive: Span | null
  hasTransition: boolean
}

/** What the rules ask about the sentences of one paragraph. */
export const readProse = remembered((text): { sentences: Sentence[] } => ({
  sentences: sentencesIn(text).flatMap((span) => read(text, span) ?? []),
}))

// “Day 1 came.” and “Day 2 came.” say one thing
const keyOf = (sentence: string) => plain(sentence).replace(/\d+/g, '0')

function read(text: string, { from, to }: Span): Sentence | null {
  const sentence = text.slice(from, to)
  const words = wordsIn(sentence)
  const [first, second] = words
  if (!first) return null
  const last = /^(the|an?)$/i.test(first.text) && second ? second : first
  const passive = passiveIn(words)
  return {
    ...{ from, to },
    key: keyOf(sentence),
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllable(word.text), 0),
    opening: {
      key: plain(sentence.slice(first.from, last.to)),
      from: from + first.from,
      to: from + last.to,
    },
    passive: passive && { from: from + passive.from, to: from + passive.to },
    hasTransition: hasTransition(sentence),
  }
}

const BE = /^(?:am|is|are|was|were|be|been|being|gets?|got|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/i
const BETWEEN =
  /^(?:not|never|always|also|already|still|often|then|now|ever|even|only|just|soon|later|once|again|so|too|well|both|all|\p{L}+ly)$/iu

/** A form of "be" or "get", a few adverbs, and a past participle. */
function passiveIn(words: Word[]): Span | null {
  for (const [i, be] of words.entries()) {
    if (!BE.test(be.text)) continue
    let j = i + 1
    while (j < i + 4 && words[j] && BETWEEN.test(words[j]?.text ?? '')) j++
    const participle = words[j]
    if (participle && isParticiple(participle.text.toLowerCase())) return { from: be.from, to: participle.to }
  }
  return null
}

const isParticiple = (word: string): boolean =>
  IRREGULAR.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_PARTICIPLES.has(word))
