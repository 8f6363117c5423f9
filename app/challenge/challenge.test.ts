import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { CHALLENGE_MS, leadingZeros, PROOF_BITS } from '@/domain/moderation/proof'
import { challengeAt, proofIn } from './challenge'

vi.mock('@/secret', () => ({ secretKey: () => Buffer.alloc(32, 1) }))

const now = new Date('2026-05-04T12:00:00Z')

function solved(challenge: string): string {
  for (let n = 0; ; n++) {
    const proof = `${challenge}:${n}`
    if (leadingZeros(createHash('sha256').update(proof).digest()) >= PROOF_BITS) return proof
  }
}

describe('a proof', () => {
  const proof = solved(challengeAt(now))

  it('is work on a challenge of ours, until that is too old', () => {
    expect(proofIn(proof, now)?.begunAt).toEqual(now)
    expect(proofIn(proof, new Date(now.getTime() + CHALLENGE_MS))).not.toBeNull()
    expect(proofIn(proof, new Date(now.getTime() + CHALLENGE_MS + 1))).toBeNull()
  })

  it('is nothing else', () => {
    const [challenge = '', n = ''] = proof.split(':')
    const other = challengeAt(new Date(0)).split('.')
    const forged = [other[0], ...challenge.split('.').slice(1)].join('.')
    for (const text of [
      '',
      'x',
      challenge,
      `${challenge}:`,
      `${challenge}:${Number(n) + 1}`,
      `${forged}:${n}`,
    ])
      expect(proofIn(text, now), text).toBeNull()
  })

  it('of two challenges has two names', () => {
    expect(proofIn(solved(challengeAt(now)), now)?.id).not.toBe(proofIn(proof, now)?.id)
  })
})
