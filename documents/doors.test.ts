import { expect, test } from 'vitest'
import { DoorLimits, isForPage } from './doors'

test('of ten thousand in a minute 240 are taken, and the others are told when to come again', () => {
  const limits = new DoorLimits()
  const answers = Array.from({ length: 10_000 }, (_, n) =>
    limits.secondsToWait(`10.0.${n % 200}.1`, 1_000_000 + n),
  )
  expect(answers.filter((wait) => wait === 0)).toHaveLength(240)
  expect(answers.at(-1)).toBe(51)
  expect(limits.secondsToWait('10.0.0.1', 1_060_000)).toBe(0)
})

test('one network gets a quarter of it, whichever of its addresses asks', () => {
  const limits = new DoorLimits()
  const of = (address: (n: number) => string) =>
    Array.from({ length: 100 }, (_, n) => limits.secondsToWait(address(n), 1_000_000)).filter(
      (wait) => wait === 0,
    )
  expect(of((n) => `2001:db8:1:2:${n.toString(16)}::1`)).toHaveLength(60)
  expect(of((n) => `2001:db8::${(n + 1).toString(16)}:0:0:1`)).toHaveLength(60)
  expect(of(() => '10.0.0.1')).toHaveLength(60)
})

test('only a form of our own page is for the page', () => {
  expect(isForPage('/webmention', 'multipart/form-data; boundary=x')).toBe(true)
  expect(isForPage('/webmention', 'application/x-www-form-urlencoded')).toBe(false)
  expect(isForPage('/pingback', 'text/xml')).toBe(false)
  expect(isForPage('/articles/a', 'text/xml')).toBe(true)
})
