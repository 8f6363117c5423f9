import { expect, test } from 'vitest'
import { judge, type Look, MOST_LOOKS } from './link-states'

const href = 'https://peer.example/a#part'
const at = (status: number, hops: number[] = [], url = 'https://peer.example/a'): Look => ({
  kind: 'answered',
  status,
  hops,
  url,
})
const elsewhere = 'https://peer.example/b'
const failed = (reason: string): Look => ({ kind: 'failed', reason })

test.each<[string, Look, object | null]>([
  ['a page', at(200), { state: 'ok' }],
  ['a page that is gone', at(410), { state: 'broken' }],
  ['a page that is not there', at(404, [302], elsewhere), { state: 'broken' }],
  ['a page for people alone', at(403), { state: 'unknown' }],
  ['a page that moved', at(200, [301, 308], elsewhere), { state: 'moved', to: elsewhere }],
  ['a page that is elsewhere for now', at(200, [302], elsewhere), { state: 'ok' }],
  ['a page that moved to where one is sent on', at(200, [301, 302], elsewhere), { state: 'ok' }],
  ['a page that leads to itself', at(200, [301]), { state: 'ok' }],
  ['a server in trouble', at(503), null],
  ['no such host', failed('name'), null],
  ['no answer', failed('time'), null],
  ['a circle', failed('redirects'), { state: 'broken' }],
  ['a private address', failed('address'), { state: 'unknown' }],
])('%s', (_what, look, known) => {
  expect(judge(href, look, 1)).toEqual(known)
})

test('what fails every time is broken', () => {
  for (const look of [at(500), failed('network'), failed('name')])
    expect(judge(href, look, MOST_LOOKS)).toEqual({ state: 'broken' })
})
