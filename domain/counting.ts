/** Lists are counted this far: what is published grows without end. A count that reaches it means so many or more. */
export const COUNTED = 1_000

/** `12`, `999`, and `1,000+` for whatever is more. */
export const countInWords = (count: number) =>
  count < COUNTED ? count.toLocaleString('en-GB') : `${COUNTED.toLocaleString('en-GB')}+`
