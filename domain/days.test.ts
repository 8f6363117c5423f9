import { expect, test } from 'vitest'
import { lastDays } from './days'

test('days run from midnight to midnight of the site, the oldest first', () => {
  const days = lastDays(2, 'America/Los_Angeles', new Date('2026-06-01T06:30:00Z'))
  expect(days).toEqual([
    { from: new Date('2026-05-30T07:00:00Z'), until: new Date('2026-05-31T07:00:00Z') },
    { from: new Date('2026-05-31T07:00:00Z'), until: new Date('2026-06-01T07:00:00Z') },
  ])
})

test('the day on which the clocks change is an hour shorter, and months end', () => {
  const [march, april] = lastDays(2, 'Europe/Berlin', new Date('2026-03-30T10:00:00Z'))
  expect((march?.until.getTime() ?? 0) - (march?.from.getTime() ?? 0)).toBe(23 * 3_600_000)
  expect(april?.from).toEqual(march?.until)
  expect(lastDays(31, 'UTC', new Date('2026-03-02T10:00:00Z'))[0]?.from).toEqual(
    new Date('2026-01-31T00:00:00Z'),
  )
})
