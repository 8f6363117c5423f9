import { expect, test } from 'vitest'
import { isForGood, MOST_TRIES, restMs } from './delivery'

const HOUR = 3_600_000

test('a message rests longer after each failure, and never for more than a quarter over six hours', () => {
  expect([1, 2, 3, 4].map((tries) => restMs(tries, 0.5))).toEqual([5_000, 20_000, 80_000, 320_000])
  expect(restMs(9, 0.5)).toBe(6 * HOUR)
  expect([restMs(1, 0), restMs(1, 1)]).toEqual([3_750, 6_250])
})

test('the tries of a message are spread over about a day', () => {
  const rests = Array.from({ length: MOST_TRIES - 1 }, (_, n) => restMs(n + 1, 0.5))
  const hours = rests.reduce((sum, rest) => sum + rest, 0) / HOUR
  expect(hours).toBeGreaterThan(12)
  expect(hours).toBeLessThan(36)
})

test.each([
  ['the recipient is refused for good', { code: 'EENVELOPE', responseCode: 550 }, true],
  ['the message is refused for good', { code: 'EMESSAGE', responseCode: 554 }, true],
  ['an address is none', { code: 'EENVELOPE' }, true],
  ['the recipient is refused for now', { code: 'EENVELOPE', responseCode: 450 }, false],
  ['the message is refused for now', { code: 'EMESSAGE', responseCode: 451 }, false],
  ['the password of the site is wrong', { code: 'EAUTH', responseCode: 535 }, false],
  ['nobody is there', { code: 'ESOCKET' }, false],
  ['the line is cut', { code: 'ECONNECTION' }, false],
])('where %s, trying again is useless: %j %s', (_, failure, useless) => {
  expect(isForGood(failure)).toBe(useless)
})
