/** Lists are counted this far: what is published grows without end. A count that reaches it means so many or more. */
export const COUNTED = 1_000

/** A count; `atLeast` where counting stopped before its end. */
export type Tally = number | { atLeast: number }

export const tally = (count: number, isPart: boolean): Tally =>
  isPart || count >= COUNTED ? { atLeast: Math.min(count, COUNTED) } : count

/** `12`; `12+` where there are at least so many, and `1,000+` for whatever is more. */
export function countInWords(count: Tally): string {
  const of = typeof count === 'number' ? tally(count, false) : count
  return typeof of === 'number' ? of.toLocaleString('en-GB') : `${of.atLeast.toLocaleString('en-GB')}+`
}
