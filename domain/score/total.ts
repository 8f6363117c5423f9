import { type Part, PARTS } from './check'

/** What each part is worth of the total. */
const SHARES: Record<Part, number> = { search: 0.3, readability: 0.3, integrity: 0.4 }

type Points = Record<Part, number | null>

const applying = (parts: Points) => PARTS.filter((part) => parts[part] !== null)
const sharesOf = (parts: Points) => applying(parts).reduce((sum, part) => sum + SHARES[part], 0)

/** How much of the total a part makes, 0 to 1: one that does not apply leaves its share to the others. */
export const shareOf = (part: Part, parts: Points): number =>
  parts[part] === null ? 0 : SHARES[part] / sharesOf(parts)

export function totalOf(parts: Points): number {
  const points = applying(parts).reduce((sum, part) => sum + SHARES[part] * (parts[part] ?? 0), 0)
  const shares = sharesOf(parts)
  return shares === 0 ? 0 : Math.round(points / shares)
}
