import type { Evidence } from '../check'
import { lessEach, type Rule } from '../rule'
import type { Subject } from '../subject'
import type { Damage } from './passage'
import { damageIn, type Sign, type Suspect } from './signs'

/** From so many places on a sign has cost all its points. */
const WORST = 3
/** No more are shown of one sign: a longer list helps nobody. */
const MOST = 100

const SIGNS: Record<Sign, { weight: number; asks: string }> = {
  sweep: { weight: 3, asks: 'No word was replaced through the text in a way that left odd text behind.' },
  twin: { weight: 3, asks: 'What the title names stands in the text, and no other name in its place.' },
  pronoun: { weight: 3, asks: 'No capitalised pronoun stands in a sentence, or where a noun belongs.' },
  acronym: { weight: 2, asks: '“US” and “us”, “IT” and “it” are not taken for each other.' },
  inside: { weight: 2, asks: 'No word was replaced inside another word.' },
  name: { weight: 2, asks: 'Names keep their case, and nothing is called what it was called before.' },
  agreement: { weight: 1, asks: 'Pronouns fit their sentences.' },
  plural: { weight: 1, asks: 'Plurals are formed as English forms them.' },
  date: { weight: 1, asks: 'Dates exist, and spans end after they begin.' },
  currency: { weight: 1, asks: 'An amount has one currency, and weights have none.' },
  article: { weight: 1, asks: '“a” and “an” go with the word that follows.' },
}
const SOURCE = 'Damaged replacements as newsrooms publish them; measured on a labelled set (bench, part r).'

const evidenceOf = ({ passage: { place, text }, from, to, why, mend, instead }: Damage): Evidence => ({
  where: typeof place === 'number' ? { field: 'body', block: place, from, to } : { field: place, from, to },
  quote: text.slice(from, to),
  why,
  mend,
  ...(instead !== undefined && { instead }),
})

const found = new WeakMap<Suspect, Record<Sign, Damage[]>>()

/** All rules ask about the same subject in turn; it is read once. */
function damageOf(subject: Subject): Record<Sign, Damage[]> {
  const damage = found.get(subject) ?? damageIn(subject)
  found.set(subject, damage)
  return damage
}

const signs = Object.keys(SIGNS) as Sign[]

/** Whether damage was done by replacing words: one rule for each sign of it. */
export const replacementRules: readonly Rule[] = signs.map((sign) => ({
  id: `replacement-${sign}`,
  part: 'integrity',
  ...SIGNS[sign],
  source: SOURCE,
  check: ({ subject }) => {
    const all = damageOf(subject)[sign]
    return {
      share: lessEach(all.map(evidenceOf), 1 / WORST).share,
      evidence: all.slice(0, MOST).map(evidenceOf),
    }
  },
}))

/** Every damaged place of a text. */
export const damagedPlaces = (suspect: Suspect): Evidence[] =>
  Object.values(damageIn(suspect)).flatMap((places) => places.map(evidenceOf))
