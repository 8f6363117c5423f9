import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { CHALLENGE_MS, leadingZeros, type Proof, PROOF_BITS } from '@/domain/moderation/proof'
import { secretKey } from '@/secret'

const sign = (text: string) => createHmac('sha256', secretKey('challenge')).update(text).digest('base64url')

/** Something to work on that only we can have made, at this instant. */
export function challengeAt(now: Date): string {
  const text = `${now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${text}.${sign(text)}`
}

/** The proof in what a form brought; null where it is none of ours, too old, or no work. */
export function proofIn(sent: string, now: Date): Proof | null {
  const [, time = '', id = '', signature = ''] =
    /^([0-9a-z]{1,12})\.([\w-]{16})\.([\w-]{43}):\d{1,12}$/.exec(sent) ?? []
  const expected = Buffer.from(sign(`${time}.${id}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const begunAt = new Date(parseInt(time, 36))
  if (now.getTime() - begunAt.getTime() > CHALLENGE_MS) return null
  return leadingZeros(createHash('sha256').update(sent).digest()) < PROOF_BITS ? null : { id, begunAt }
}
