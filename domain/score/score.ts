import type { Check, Part, Score } from './check'
import { PARTS } from './check'
import { factsOf } from './facts'
import { enoughText } from './integrity/enough-text'
import { RULES } from './rules'
import type { Subject } from './subject'
import { totalOf } from './total'
import { RULES_VERSION } from './version'

/** The score of an article: the same for the same subject, wherever and whenever it is asked for. */
export function score(subject: Subject): Score {
  const facts = factsOf(subject)
  const found = RULES.flatMap(({ id, part, weight, check }): Check[] => {
    const result = check(facts)
    if (!result) return []
    // little text proves little, the rule that says so apart
    const share = id === enoughText.id ? result.share : result.share * facts.told
    return [{ id, part, points: weight * share, of: weight, evidence: result.evidence }]
  })
  const checks = PARTS.flatMap((part) => scaled(found.filter((check) => check.part === part)))
  const parts = Object.fromEntries(PARTS.map((part) => [part, partOf(part, checks)])) as Record<
    Part,
    number | null
  >
  return { total: totalOf(parts), ...parts, rulesVersion: RULES_VERSION, checks }
}

/** The checks that apply, worth 100 together. */
function scaled(checks: Check[]): Check[] {
  const sum = checks.reduce((total, { of }) => total + of, 0)
  let left = 1000
  let weightLeft = sum
  return checks.map((check) => {
    // tenths, and each takes its share of what is left, so that they add up exactly
    const of = Math.round((left * check.of) / weightLeft)
    left -= of
    weightLeft -= check.of
    return { ...check, points: Math.round((of * check.points) / check.of) / 10, of: of / 10 }
  })
}

/** Null where no check of the part applies. */
function partOf(part: Part, checks: Check[]): number | null {
  const own = checks.filter((check) => check.part === part)
  if (own.length === 0) return null
  return Math.round(own.reduce((sum, { points }) => sum + points, 0))
}
