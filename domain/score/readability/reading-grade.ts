import { fleschKincaid } from 'flesch-kincaid'
import { at } from '../evidence'
import type { Sentence } from './prose'
import type { Rule } from '../rule'
import { between } from '../rule'

const GRADE = 10
const NONE = 17
const SHOWN = 5

const gradeOf = (sentences: Pick<Sentence, 'words' | 'syllables'>[]): number =>
  fleschKincaid({
    sentence: sentences.length,
    word: sentences.reduce((sum, { words }) => sum + words, 0),
    syllable: sentences.reduce((sum, { syllables }) => sum + syllables, 0),
  })

export const readingGrade: Rule = {
  id: 'reading-grade',
  part: 'readability',
  weight: 16,
  asks: `A reading grade of ${GRADE} at most; no points from ${NONE} on.`,
  source: 'Flesch and Kincaid’s grade level (1975), counted by flesch-kincaid and syllable.',
  check: ({ prose }) => {
    if (!prose) return null
    const counted = prose.sentences.filter((sentence) => !sentence.isPadding || gradeOf([sentence]) > GRADE)
    const grade = counted.length > 0 ? gradeOf(counted) : NONE
    const share = between(grade, GRADE, NONE)
    const hardest = counted
      .map((sentence) => ({ ...sentence, grade: gradeOf([sentence]) }))
      .toSorted((a, b) => b.grade - a.grade)
      .slice(0, SHOWN)
    return {
      share,
      evidence: (share < 1 ? hardest : []).map(({ passage, from, to }) =>
        at(passage, from, to, {
          why: `The text reads at grade ${grade.toFixed(1)}; this sentence is among the hardest of it.`,
          mend: 'Use shorter words and say one thing at a time.',
        }),
      ),
    }
  },
}
