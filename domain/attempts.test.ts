import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedUntil, type Counter, countFailure, type CounterKind, networkOf, waitAfter } from './attempts'

const NOW = new Date('2024-04-01T09:00:00Z')
const after = (ms: number) => new Date(NOW.getTime() + ms)
const DAY = 86_400_000

describe('how long a failure makes one wait', () => {
  test.each([
    ['account', 4, 0],
    ['account', 5, 1_000],
    ['account', 6, 2_000],
    ['account', 9, 16_000],
    ['account', 10, 900_000],
    ['account', 1_000, 900_000],
    ['network', 20, 0],
    ['network', 21, 1_000],
    ['network', 49, 60_000],
    ['network', 50, 900_000],
    ['device', 8, 0],
    ['device', 9, 1_000],
    ['device', 1_000, 60_000],
  ] as const)('%s after %i failures: %i ms', (kind, failures, wait) => {
    expect(waitAfter(kind, failures)).toBe(wait)
  })

  test('more failures never shorten it', () => {
    const kinds = fc.constantFrom<CounterKind[]>('account', 'network', 'device')
    fc.assert(
      fc.property(kinds, fc.nat(200), (kind, failures) => {
        expect(waitAfter(kind, failures + 1)).toBeGreaterThanOrEqual(waitAfter(kind, failures))
      }),
    )
  })
})

describe('counting', () => {
  test('failures add up and block from the fifth on', () => {
    let counter: Counter | null = null
    for (let times = 0; times < 4; times++) counter = countFailure('account', counter, NOW)
    expect(counter).toEqual({ failures: 4, lastAt: NOW, blockedUntil: null })
    expect(countFailure('account', counter, NOW)).toEqual({
      failures: 5,
      lastAt: NOW,
      blockedUntil: after(1_000),
    })
  })

  test('a day without a failure forgets them all', () => {
    const counter = { failures: 9, lastAt: NOW, blockedUntil: null }
    expect(countFailure('account', counter, after(DAY - 1)).failures).toBe(10)
    expect(countFailure('account', counter, after(DAY)).failures).toBe(1)
  })

  test('of several blocks the last to end counts, and one that is over does not', () => {
    expect(blockedUntil([{ blockedUntil: after(5) }, { blockedUntil: after(9) }], NOW)).toEqual(after(9))
    expect(blockedUntil([{ blockedUntil: NOW }, { blockedUntil: null }], NOW)).toBeNull()
    expect(blockedUntil([], NOW)).toBeNull()
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
