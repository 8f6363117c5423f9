import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fairShare } from './share'

const shown = (counts: number[], share: number) =>
  counts.reduce((sum, count) => sum + Math.min(count, share), 0)

it('everybody shows everything while it fits', () => {
  expect(fairShare([3, 1, 6], 10)).toBe(10)
})

it('one long thread takes what short ones leave', () => {
  expect(fairShare([1, 2, 1000, 3], 50)).toBe(44)
})

it('nobody is left with nothing', () => {
  expect(fairShare([5, 5, 5], 2)).toBe(1)
})

it('is the highest number that fits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 50, max: 300 }),
      (counts, budget) => {
        const share = fairShare(counts, budget)
        expect(shown(counts, share)).toBeLessThanOrEqual(budget)
        if (Math.max(...counts) > share) expect(shown(counts, share + 1)).toBeGreaterThan(budget)
      },
    ),
  )
})
