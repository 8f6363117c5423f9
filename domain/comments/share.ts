/**
 * How many of its things each may show so that all together show at most `budget`: the highest number that fits.
 * The small show all they have; what they leave is shared by the large. At least 1.
 */
export function fairShare(counts: number[], budget: number): number {
  const ascending = counts.toSorted((a, b) => a - b)
  let left = budget
  for (const [i, count] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i))
    if (count > share) return Math.max(1, share)
    left -= count
  }
  return Math.max(1, budget)
}
