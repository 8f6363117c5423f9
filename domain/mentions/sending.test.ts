import { expect, test } from 'vitest'
import { askedRestMs, mayBeSentAgain, MOST_TARGETS, restMs, targetsAmong } from './sending'
import { sendingInWords } from './sending-words'

const now = new Date('2026-03-01T12:00:00Z')
const MINUTE = 60_000

test('rests grow to eight hours, spread by a quarter, and are a day at most where that is asked for', () => {
  expect([1, 2, 3, 4, 9].map((tries) => restMs(tries, 0.5) / MINUTE)).toEqual([1, 4, 16, 64, 480])
  expect([restMs(1, 0), restMs(1, 1)]).toEqual([0.75 * MINUTE, 1.25 * MINUTE])
  expect(restMs(1, 0.5, 10 * MINUTE)).toBe(10 * MINUTE)
  expect(restMs(1, 0.5, 9e12)).toBe(1_440 * MINUTE)
})

test.each([
  [undefined, 0],
  ['120', 120_000],
  ['Sun, 01 Mar 2026 12:01:00 GMT', MINUTE],
  ['Sun, 01 Mar 2020 12:01:00 GMT', 0],
  ['soon', 0],
])('Retry-After %s', (header, ms) => {
  expect(askedRestMs(header, now)).toBe(ms)
})

test('of the addresses of an article each web page is told once, and not endlessly many', () => {
  const hrefs = [
    '/own',
    '#part',
    'mailto:a@b.example',
    'https://B.example/?x',
    'https://B.example/?x',
    'http://c.example:8080',
  ]
  expect(targetsAmong(hrefs)).toEqual([
    { target: 'https://B.example/?x', host: 'b.example' },
    { target: 'http://c.example:8080', host: 'c.example:8080' },
  ])
  const many = Array.from({ length: 2 * MOST_TARGETS }, (_, n) => `https://a.example/${n}`)
  expect(targetsAmong(many)).toHaveLength(MOST_TARGETS)
})

const base = {
  isLinked: true,
  reason: '',
  status: null,
  protocol: 'webmention',
  tries: 0,
  triedAt: null,
  dueAt: null,
} as const
const at = (instant: Date) => instant.toISOString().slice(11, 16)
const later = new Date('2026-03-01T13:30:00Z')

test.each([
  [{ state: 'due', dueAt: now }, 'Waits to be sent.'],
  [{ state: 'due', dueAt: later }, 'Will be sent when the article appears, 13:30.'],
  [{ state: 'due', dueAt: now, isLinked: false }, 'The link is gone: waits to be told so.'],
  [
    { state: 'due', dueAt: later, tries: 2, reason: 'refused', status: 503 },
    'Tried 2 times: the endpoint answered 503. Will be tried again 13:30.',
  ],
  [{ state: 'sent', triedAt: now }, 'Sent 12:00 by webmention.'],
  [
    { state: 'sent', triedAt: now, reason: 'unheard' },
    'Sent 12:00; the site stopped before the answer came.',
  ],
  [{ state: 'none' }, 'No endpoint: it takes no mentions.'],
  [{ state: 'none', reason: 'page', status: 404 }, 'No endpoint: the page answered 404.'],
  [{ state: 'failed', reason: 'fault', status: 33 }, 'Failed because that page takes no pingbacks.'],
  [{ state: 'failed', reason: 'time' }, 'Failed because it did not answer in time.'],
  [{ state: 'gone', triedAt: now, isLinked: false }, 'Told 12:00 that the link is gone.'],
] as const)('%j reads', (mention, words) => {
  expect(sendingInWords({ ...base, ...mention }, now, at)).toBe(words)
})

test('what was told of its end is not told again, and what could not be told of it may be', () => {
  expect(mayBeSentAgain({ state: 'sent', isLinked: true, reason: '' })).toBe(true)
  expect(mayBeSentAgain({ state: 'gone', isLinked: false, reason: '' })).toBe(false)
  expect(mayBeSentAgain({ state: 'failed', isLinked: false, reason: 'time' })).toBe(true)
  expect(mayBeSentAgain({ state: 'none', isLinked: true, reason: 'own' })).toBe(false)
})
