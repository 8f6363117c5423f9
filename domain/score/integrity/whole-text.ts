import type { Evidence } from '../check'
import type { Facts } from '../facts'
import { missing } from '../evidence'
import { replacementRules } from '../replacements/rules'
import type { Rule } from '../rule'
import { demoCopy } from './demo-copy'
import { placeholders } from './placeholders'

/** What no reader should meet once. */
const SERIOUS = [...replacementRules, demoCopy, placeholders]
const found = new WeakMap<Facts, Evidence[]>()

function seriousIn(facts: Facts): Evidence[] {
  const places = found.get(facts) ?? SERIOUS.flatMap(({ check }) => check(facts)?.evidence ?? [])
  found.set(facts, places)
  return places
}

/** From so many places on all points are lost. */
const WORST = 3

/** One such place may be a mistake of the rule that found it; several are none, and then little else counts. */
export const wholeText: Rule = {
  id: 'whole-text',
  part: 'integrity',
  weight: 34,
  asks: `No place is damaged by a replacement, left over from a demo or marked as to come: one costs a ninth, two four ninths, ${WORST} all. Each costs under its own rule as well.`,
  source: 'A published page that scored 81 of 100 while twenty of its words were wrong.',
  check: (facts) => {
    const places = seriousIn(facts)
    const [first] = places
    return {
      share: Math.max(0, 1 - (places.length / WORST) ** 2),
      evidence: first ? [summaryOf(first, places.length)] : [],
    }
  },
}

/** From so many places on nobody can say what else a text gets wrong. */
const EVERYWHERE = 10

/** A slip, or a text that something went through. */
export const damageSpread: Rule = {
  id: 'damage-spread',
  part: 'integrity',
  weight: 20,
  asks: `Such places are few: each after the first costs a ninth, so that ${EVERYWHERE} cost all.`,
  source: 'That page had one fault in twenty places; a page with one slip is another matter.',
  check: (facts) => {
    const places = seriousIn(facts)
    const [, second] = places
    return {
      share: Math.max(0, 1 - Math.max(0, places.length - 1) / (EVERYWHERE - 1)),
      evidence: second ? [summaryOf(second, places.length)] : [],
    }
  },
}

// the places themselves are quoted and underlined by their own rules
const summaryOf = ({ where }: Evidence, times: number): Evidence =>
  missing(where.field === 'body' ? { ...where, to: where.from } : { ...where, from: 0, to: 0 }, {
    why:
      times === 1
        ? 'A place of this text is damaged or unfinished.'
        : `${times} places of this text are damaged or unfinished; this is one of them.`,
    mend: 'Mend each of them; they stand under the rules that found them.',
  })
