import { describe, expect, it, test } from 'vitest'
import { checkedBy, leadingZeros } from './proof'

const begunAt = new Date('2026-05-04T12:00:00Z')
const after = (ms: number) => new Date(begunAt.getTime() + ms)
const proof = { id: 'a', begunAt }

test.each([
  [[0xff], 0],
  [[0x01], 7],
  [[0x00, 0x80], 8],
  [[0x00, 0x01, 0xff], 15],
  [[0x00, 0x00], 16],
])('%j begins with %i zeros', (bytes, zeros) => {
  expect(leadingZeros(Uint8Array.from(bytes))).toBe(zeros)
})

describe('the work of a browser', () => {
  it('counts once', () => {
    expect(checkedBy(proof, false, after(60_000))).toBe('passed')
    expect(checkedBy(proof, true, after(60_000))).toBe('spent')
    expect(checkedBy(null, false, after(60_000))).toBe('missing')
  })

  it('tells who writes faster than people', () => {
    expect(checkedBy(proof, false, after(2_999))).toBe('hasty')
    expect(checkedBy(proof, false, after(3_000))).toBe('passed')
  })
})
