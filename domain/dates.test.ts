import { expect, it } from 'vitest'
import { formatDate, formatDateTime, formatDayTime, formatNear, formatNearTime, toIso } from './dates'

const instant = new Date('2024-03-25T05:04:00Z')

it('writes an instant as the clock on the wall of a zone shows it', () => {
  expect(formatDate(instant, 'America/Los_Angeles')).toBe('24 March 2024')
  expect(formatDateTime(instant, 'America/Los_Angeles')).toBe('24 March 2024, 22:04')
  expect(formatDayTime(instant, 'Asia/Tokyo')).toBe('25 March, 14:04')
})

it('writes midnight as 00:00', () => {
  expect(formatDateTime(new Date('2024-03-25T00:00:00Z'), 'UTC')).toBe('25 March 2024, 00:00')
})

it('leaves the year out where it is the year of the reader', () => {
  const tokyo = (iso: string, now: string) => formatNear(new Date(iso), new Date(now), 'Asia/Tokyo')
  expect(tokyo('2024-03-25T05:04:00Z', '2024-12-31T14:59:00Z')).toBe('25 March')
  expect(tokyo('2024-03-25T05:04:00Z', '2024-12-31T15:00:00Z')).toBe('25 March 2024')
  expect(formatNearTime(instant, instant, 'Asia/Tokyo')).toBe('25 March, 14:04')
})

it('writes UTC for machines', () => {
  expect(toIso(instant)).toBe('2024-03-25T05:04:00.000Z')
})
