import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Renewal, unseenAt, writtenBefore } from './renewals'

const day = (n: number) => new Date(Date.UTC(2024, 2, n))
const renewals: Renewal[] = [
  { revisionId: 12, renewedAt: day(26) },
  { revisionId: 7, renewedAt: day(25) },
]

describe('a comment', () => {
  it.each([
    ['under the first words was written before the first renewal', 5, day(25)],
    ['under a small correction of them too', 6, day(25)],
    ['under renewed words was written before the next renewal', 7, day(26)],
    ['under a small correction of those too', 9, day(26)],
    ['under what readers read now was written before none', 12, null],
    ['under nothing that is known was written before none', null, null],
  ])('%s', (_what, revisionId, expected) => expect(writtenBefore(revisionId, renewals)).toEqual(expected))

  it('of an article that was never renewed was written before none', () => {
    fc.assert(fc.property(fc.nat(), (id) => writtenBefore(id, []) === null))
  })
})

it('a renewal is unseen by whoever read before its instant, and seen from it on', () => {
  expect(unseenAt(new Date(day(25).getTime() - 1), renewals)?.revisionId).toBe(7)
  expect(unseenAt(day(25), renewals)?.revisionId).toBe(12)
  expect(unseenAt(day(26), renewals)).toBeNull()
})
