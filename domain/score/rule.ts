import type { Evidence, Part } from './check'
import type { Facts } from './facts'

/** `share` of the points is earned, 0 to 1. */
export type Found = { share: number; evidence: Evidence[] }

/**
 * A rule of the score. `weight` is what it is worth of the 100 of its part where every rule applies; `asks` and
 * `source` are what the table in the docs says of it. It answers null where it does not apply.
 */
export type Rule = {
  id: string
  part: Part
  weight: number
  asks: string
  source: string
  check: (facts: Facts) => Found | null
}

/** Full points for nothing found; each place found costs `each` of them. */
export const lessEach = (evidence: Evidence[], each: number): Found => ({
  share: Math.max(0, 1 - evidence.length * each),
  evidence,
})

/** Full points up to `good`, none from `bad` on, in proportion between. `bad` may be the smaller one. */
export const between = (value: number, good: number, bad: number): number =>
  Math.min(1, Math.max(0, (value - bad) / (good - bad)))
