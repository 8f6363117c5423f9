import type { Check, Evidence } from './check'
import { type GateGroup, groupOf } from './gate'
import { isSame, type Passage, passageOf, type Texts, type Waived } from './waivers'

/**
 * `id` tells it apart within one score of a text; `passage` is what a waiver of it would be about, null where none is
 * possible; `waiver` the one that there is.
 */
export type Found = Evidence & { id: string; passage: Passage | null; waiver: number | null }

/** A check as the desk shows it; `stops` where it is of a group that keeps articles from being published. */
export type JudgedCheck = Omit<Check, 'evidence'> & { stops: GateGroup | null; evidence: Found[] }

type Around = { groups: readonly GateGroup[]; waived: readonly Waived[]; texts: Texts }

/**
 * What was found, beside what the site and its editors decided about it. Each waiver is about one place. Points are the
 * same with a waiver and without.
 */
export function judge(checks: readonly Check[], { groups, waived, texts }: Around): JudgedCheck[] {
  const left = [...waived]
  const waiverOf = (passage: Passage | null): number | null => {
    const at = passage ? left.findIndex((each) => isSame(each, passage)) : -1
    return at < 0 ? null : (left.splice(at, 1)[0]?.id ?? null)
  }
  return checks.map((check) => {
    const group = groupOf(check.id)
    return {
      ...check,
      stops: group && groups.includes(group) ? group : null,
      evidence: check.evidence.map((evidence, n) => {
        const passage = passageOf(check.id, evidence, texts)
        return { ...evidence, id: `${check.id} ${n}`, passage, waiver: waiverOf(passage) }
      }),
    }
  })
}

/** Something that keeps an article from being published. */
export type Stopper = Found & { check: string; group: GateGroup }

/**
 * What other wording of a text makes worse: more that a check found in one field or block than it found there before.
 * Replacing words moves no block.
 */
export function addedBy(before: readonly Stopper[], after: readonly Stopper[]): Stopper[] {
  const known = new Map<string, number>()
  for (const each of before) known.set(placeOf(each), (known.get(placeOf(each)) ?? 0) + 1)
  return after.filter((each) => {
    const left = known.get(placeOf(each)) ?? 0
    known.set(placeOf(each), left - 1)
    return left <= 0
  })
}

const placeOf = ({ check, where }: Stopper) =>
  `${check} ${where.field} ${'block' in where ? where.block : ''}`

export const stoppersIn = (checks: readonly JudgedCheck[]): Stopper[] =>
  checks.flatMap(({ id, stops, evidence }) =>
    stops === null
      ? []
      : evidence
          .filter(({ waiver }) => waiver === null)
          .map((found) => ({ ...found, check: id, group: stops })),
  )
