import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBudget, peerOf } from './budget'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const peer = (key: string) => ({ key, isHere: false })
const soon = () => vi.advanceTimersByTimeAsync(0)
const never = new AbortController().signal

/** Asks for so many turns and notes which of them have begun. */
function ask(budget: ReturnType<typeof createBudget>, keys: string[]) {
  const begun: string[] = []
  const turns = keys.map(async (key) => {
    const end = await budget.take(peer(key), never)
    begun.push(key)
    return end
  })
  return { begun, turns }
}

test('a host gets a few requests at once, and the next when one has ended', async () => {
  const budget = createBudget({ perHost: 2 })
  const { begun, turns } = ask(budget, ['a', 'a', 'a', 'b'])
  await soon()
  expect(begun).toEqual(['a', 'a', 'b'])
  const end = await turns[0]
  end?.()
  end?.()
  await soon()
  expect(begun).toEqual(['a', 'a', 'b', 'a'])
})

test('all hosts together get so many at once', async () => {
  const { begun } = ask(createBudget({ atOnce: 3 }), ['a', 'b', 'c', 'd', 'e'])
  await soon()
  expect(begun).toEqual(['a', 'b', 'c'])
})

test('after a few in quick succession a host is asked at a pace, and others meanwhile', async () => {
  const budget = createBudget({ burst: 2, gapMs: 100, perHost: 10 })
  const { begun } = ask(budget, ['a', 'a', 'a', 'a', 'b'])
  await soon()
  expect(begun).toEqual(['a', 'a', 'b'])
  await vi.advanceTimersByTimeAsync(101)
  expect(begun).toEqual(['a', 'a', 'b', 'a'])
  await vi.advanceTimersByTimeAsync(101)
  expect(begun).toHaveLength(5)
})

test('who waits too long goes without, and the place is free again', async () => {
  const budget = createBudget({ perHost: 1, waiting: 1 })
  const end = await budget.take(peer('a'), never)
  const patience = new AbortController()
  const waiting = budget.take(peer('a'), patience.signal)
  expect(await budget.take(peer('b'), never)).toBeNull()
  patience.abort()
  expect(await waiting).toBeNull()
  end?.()
  expect(await budget.take(peer('a'), never)).not.toBeNull()
})

test('names of one machine are one host, and so is a network of IPv6', () => {
  const at = (...addresses: string[]) => addresses.map((address) => ({ address, family: 4 }))
  expect(peerOf(at('8.8.4.4', '8.8.8.8'), '')).toEqual(peerOf(at('8.8.8.8', '8.8.4.4'), '8080'))
  expect(peerOf(at('2606:4700::1'), '')).toEqual(peerOf(at('2606:4700:0:0:ffff::2'), ''))
  expect(peerOf(at('2606:4700::1'), '')).not.toEqual(peerOf(at('2606:4700:1::1'), ''))
})

test('on this machine each port is a host, and needs no pace', async () => {
  const here = (port: string) => peerOf([{ address: '127.0.0.1', family: 4 }], port)
  expect(here('1')).not.toEqual(here('2'))
  const budget = createBudget({ burst: 1, gapMs: 60_000 })
  expect(await budget.take(here('1'), never)).not.toBeNull()
  expect(await budget.take(here('1'), never)).not.toBeNull()
})
