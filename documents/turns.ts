// more than a person with many tabs asks for
const OF_ONE = 16
// about a second's work, as for forms; who comes on top of it is told so at once
const OF_ALL = 256

const inHand = new Map<string, number>()
let all = 0

/**
 * Renders for one reader alone, which nothing that is kept can answer: so many at once for one client, and for all
 * together. Call what it returns, once, when the answer is made; null where it is too many.
 */
export function takeTurn(client: string): (() => void) | null {
  const before = inHand.get(client) ?? 0
  if (before >= OF_ONE || all >= OF_ALL) return null
  inHand.set(client, before + 1)
  all++
  return () => {
    all--
    const left = (inHand.get(client) ?? 1) - 1
    if (left > 0) inHand.set(client, left)
    else inHand.delete(client)
  }
}
