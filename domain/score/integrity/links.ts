import { at } from '../evidence'
import type { Rule } from '../rule'

const BROKEN = 0.5
const REDIRECTED = 0.1

export const linksWork: Rule = {
  id: 'links-work',
  part: 'integrity',
  weight: 3,
  asks: 'Every link leads where it says; a broken one costs half, a redirected one a tenth. A link that nobody could ask about is no fault.',
  source: 'WCAG and search engines’ guidance alike: dead links cost readers’ trust.',
  check: ({ body, subject: { site } }) => {
    let lost = 0
    const evidence = body.flatMap((passage) =>
      passage.block.marks.flatMap(({ kind, from, to, href = '' }) => {
        const state = kind === 'link' ? site.links.get(href) : undefined
        if (state?.kind === 'broken') {
          lost += BROKEN
          return at(passage, from, to, {
            why: `${href} does not answer.`,
            mend: 'Link to where it is now, or take the link away.',
          })
        }
        if (state?.kind === 'redirected') {
          lost += REDIRECTED
          return at(passage, from, to, { why: `${href} has moved.`, mend: `Link to ${state.to}.` })
        }
        return []
      }),
    )
    return { share: Math.max(0, 1 - lost), evidence }
  },
}
