import { at } from '../evidence'
import type { BodyPassage } from '../facts'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const WORDS = 300

export const subheadingDistance: Rule = {
  id: 'subheading-distance',
  part: 'readability',
  weight: 14,
  asks: `At most ${WORDS} words stand between two headings; each longer stretch costs a third. Repeated headings divide nothing.`,
  source: 'Yoast SEO’s readability analysis.',
  check: ({ prose }) => {
    if (!prose || prose.words <= WORDS) return null
    const stretches: { first: BodyPassage; words: number }[] = []
    let open: { first: BodyPassage; words: number } | null = null
    for (const section of prose.sections) {
      if (section.kind === 'heading') open = null
      else if (open) open.words += section.words
      else stretches.push((open = { first: section.passage, words: section.words }))
    }
    const evidence = stretches
      .filter(({ words }) => words > WORDS)
      .map(({ first, words }) =>
        at(first, 0, first.text.length, {
          why: `${words} words follow from here without a heading.`,
          mend: 'Divide them by a heading that says what comes.',
        }),
      )
    return lessEach(evidence, 1 / 3)
  },
}
