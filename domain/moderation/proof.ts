/** What works in browsers, where the site turns it on. */
export const CHECK_MODULE = '/comment-check.js'

/** Zeros at the beginning of a hash that a browser has to find: 33,000 tries on average, a second or two. */
export const PROOF_BITS = 15

/** A form that was left open for longer gets a new challenge with the next page. */
export const CHALLENGE_MS = 6 * 3_600_000

/** Nobody reads, fills in and sends a form faster; a machine may. */
export const HASTE_MS = 3_000

/** Work that a browser did for one comment; `id` names it, so that it counts once. */
export type Proof = { id: string; begunAt: Date }

export function leadingZeros(hash: Uint8Array): number {
  let zeros = 0
  for (const byte of hash) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}

/** What the check says of a comment. `hasty` by the time since its form was first touched, which only a proof tells. */
export type Checked = 'off' | 'passed' | 'hasty' | 'missing' | 'spent'

export function checkedBy(proof: Proof | null, isSpent: boolean, now: Date): Exclude<Checked, 'off'> {
  if (!proof) return 'missing'
  if (isSpent) return 'spent'
  return now.getTime() - proof.begunAt.getTime() < HASTE_MS ? 'hasty' : 'passed'
}
