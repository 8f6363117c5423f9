import { at } from '../evidence'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const WORDS = 150

export const paragraphLength: Rule = {
  id: 'paragraph-length',
  part: 'readability',
  weight: 14,
  asks: `No paragraph has more than ${WORDS} words; each that has costs a quarter.`,
  source: 'Yoast SEO’s readability analysis.',
  check: ({ prose }) => {
    if (!prose) return null
    const evidence = prose.sections.flatMap((section) =>
      section.kind === 'text' && section.words > WORDS
        ? at(section.passage, 0, section.passage.text.length, {
            why: `This paragraph has ${section.words} words.`,
            mend: 'Begin a new paragraph where the thought turns.',
          })
        : [],
    )
    return lessEach(evidence, 0.25)
  },
}
