import { at } from '../evidence'
import type { Rule } from '../rule'
import { lessEach } from '../rule'
import { countWords, plain } from '../tokens'

const LONGEST = 20

export const headingOrder: Rule = {
  id: 'heading-order',
  part: 'search',
  weight: 8,
  asks: `Headings begin at the second level, leave none out, are not empty or longer than ${LONGEST} words, and none is repeated; each fault costs a third.`,
  source: 'WCAG 2.2, technique G141 and success criterion 2.4.6.',
  check: ({ body }) => {
    const seen = new Set<string>()
    let above = 1
    const evidence = body.flatMap((passage) => {
      if (passage.block.kind !== 'heading') return []
      const { level = 2 } = passage.block
      const before = above
      above = level
      const key = plain(passage.text)
      const repeated = seen.has(key)
      seen.add(key)
      const say = (why: string, mend: string) => at(passage, 0, passage.text.length, { why, mend })
      if (key === '') return say('This heading is empty.', 'Write what follows, or take it out.')
      if (countWords(passage.text) > LONGEST)
        return say(`This heading has more than ${LONGEST} words.`, 'Make it a paragraph, or shorter.')
      if (repeated) return say('This heading stands above another part too.', 'Say what is different here.')
      if (level > before + 1)
        return say(
          `A heading of level ${level} follows one of level ${before}.`,
          `Make it level ${before + 1}.`,
        )
      return []
    })
    return lessEach(evidence, 1 / 3)
  },
}
