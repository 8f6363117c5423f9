import type { Evidence } from '../check'
import { missing } from '../evidence'
import { replacementRules } from '../replacements/rules'
import type { Rule } from '../rule'
import { demoCopy } from './demo-copy'
import { placeholders } from './placeholders'

/** What no reader should meet once. */
const SERIOUS = [...replacementRules, demoCopy, placeholders]
/** From so many places on all points are lost. */
const WORST = 3

/** One such place may be a mistake of the rule that found it; several are none, and then little else counts. */
export const wholeText: Rule = {
  id: 'whole-text',
  part: 'integrity',
  weight: 36,
  asks: `No place is damaged by a replacement, left over from a demo or marked as to come: one costs a ninth, two four ninths, ${WORST} all. Each costs under its own rule as well.`,
  source: 'A published page that scored 81 of 100 while twenty of its words were wrong.',
  check: (facts) => {
    const places = SERIOUS.flatMap(({ check }) => check(facts)?.evidence ?? [])
    const [first] = places
    return {
      share: Math.max(0, 1 - (places.length / WORST) ** 2),
      evidence: first ? [summaryOf(first, places.length)] : [],
    }
  },
}

// the places themselves are quoted and underlined by their own rules
const summaryOf = ({ where }: Evidence, times: number): Evidence =>
  missing(where.field === 'body' ? { ...where, to: where.from } : { ...where, from: 0, to: 0 }, {
    why:
      times === 1
        ? 'A place of this text is damaged or unfinished.'
        : `${times} places of this text are damaged or unfinished; this is the first of them.`,
    mend: 'Mend each of them; they stand under the rules that found them.',
  })
