import { expect, test } from 'vitest'
import { isDigestDue } from './digest-periods'

const now = new Date('2026-05-02T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test.each([
  ['nothing waits', 'hourly', { newest: null, told: null }, false],
  ['something waits and nothing was ever told', 'daily', { newest: ago(1), told: null }, true],
  ['nothing new waits', 'hourly', { newest: ago(120), told: ago(90) }, false],
  ['something new waits, but the hour is not over', 'hourly', { newest: ago(1), told: ago(59) }, false],
  ['something new waits and the hour is over', 'hourly', { newest: ago(1), told: ago(60) }, true],
  ['the day is not over', 'daily', { newest: ago(1), told: ago(60) }, false],
  ['nobody wants to be told', 'off', { newest: ago(1), told: null }, false],
] as const)('where %s (%s), %j is due: %s', (_, period, facts, due) => {
  expect(isDigestDue(period, facts, now)).toBe(due)
})
