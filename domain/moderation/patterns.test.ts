import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches } from './patterns'

test('a pattern says what the regular expression of the same meaning says', () => {
  const few = fc.stringMatching(/^[ab*]{0,6}$/)
  fc.assert(
    fc.property(few, fc.stringMatching(/^[ab]{0,8}$/), (pattern, text) => {
      expect(matches(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text))
    }),
    { numRuns: 2_000 },
  )
})
