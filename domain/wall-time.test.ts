import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, wallTimeOf } from './wall-time'

const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number)
  return { year, month, day, hour, minute }
}

test.each([
  ['UTC', '2026-01-15 09:30', '2026-01-15T09:30:00Z'],
  ['America/Los_Angeles', '2026-01-15 09:30', '2026-01-15T17:30:00Z'],
  ['America/Los_Angeles', '2026-07-15 09:30', '2026-07-15T16:30:00Z'],
  ['Asia/Kathmandu', '2026-01-15 00:10', '2026-01-14T18:25:00Z'],
  ['Pacific/Apia', '2026-01-15 00:10', '2026-01-14T11:10:00Z'],
  // a day that runs over into the month before
  ['UTC', '2026-03-00 12:00', '2026-02-28T12:00:00Z'],
  // clocks go back: the first of the two
  ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z'],
  // clocks go forward: as the clock before them counts
  ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:30:00Z'],
])('in %s a clock shows %s at %s', (zone, text, instant) => {
  expect(instantAt(wall(text), zone)).toEqual(new Date(instant))
})

test('the wall time of an instant leads back to it, or to the earlier one that looks the same', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe')
  const minutes = fc.integer({ min: 0, max: 80 * 365 * 1440 }).map((minute) => new Date(minute * 60_000))
  fc.assert(
    fc.property(zones, minutes, (zone, instant) => {
      const shown = wallTimeOf(instant, zone)
      const back = instantAt(shown, zone)
      expect(wallTimeOf(back, zone)).toEqual(shown)
      expect(back.getTime()).toBeLessThanOrEqual(instant.getTime())
    }),
  )
})
