import { missing } from '../evidence'
import { ENOUGH_WORDS } from '../extent'
import type { Rule } from '../rule'

/** Stands for what too little text costs every rule. */
export const enoughText: Rule = {
  id: 'enough-text',
  part: 'integrity',
  weight: 2,
  asks: `The text has ${ENOUGH_WORDS} words or more, what is repeated and code not counted. Of a shorter one every rule of every part earns only that share of its points: nothing is wrong in a text that says nothing.`,
  source: 'An empty article has no fault, and no merit.',
  check: ({ words, told, body }) => ({
    share: told,
    evidence:
      told === 1
        ? []
        : [
            missing(
              body[0] ? { field: 'body', block: 0, from: 0, to: 0 } : { field: 'title', from: 0, to: 0 },
              {
                why:
                  words === 0
                    ? 'There is no text, so that no rule earns points.'
                    : `The text has ${words} of the ${ENOUGH_WORDS} words from which on rules earn all their points.`,
                mend: 'Write the text first.',
              },
            ),
          ],
  }),
}
