import { expect, test } from 'vitest'
import { FAULTS, faultFor, faultOf, readCall } from './pingback'
import { GONE_REASONS } from './states'

const call = (params: string, method = 'pingback.ping') =>
  `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`
const param = (value: string) => `<param><value>${value}</value></param>`

test('a call is read, its strings with a type or without', () => {
  const xml = call(`${param('<string>https://a.example/?b=1&amp;c</string>')}${param('https://us.example/')}`)
  expect(readCall(xml)).toEqual({
    method: 'pingback.ping',
    params: ['https://a.example/?b=1&c', 'https://us.example/'],
  })
})

test.each([
  ['nothing', ''],
  ['text', 'hello'],
  ['what breaks off', call('').slice(0, -5)],
  ['a DTD', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${call(param('&a;'))}`],
  ['an entity of nobody', call(param('&a;'))],
  ['another type', call(param('<int>1</int>'))],
  ['a struct', call(param('<struct><member><name>a</name></member></struct>'))],
  ['depth', call(param('<a>'.repeat(50) + '</a>'.repeat(50)))],
  ['a text without end', call(param('x'.repeat(10_000)))],
])('%s is no call', (_what, xml) => {
  expect(readCall(xml)).toBeNull()
})

test('the faults have the numbers of the specification', () => {
  expect(Object.values(FAULTS).map(([code]) => code)).toEqual([0, 16, 17, 32, 33, 48, 49, 50])
  expect(faultOf(FAULTS['no-link'])).toContain('<int>17</int>')
  for (const reason of GONE_REASONS) expect(FAULTS[faultFor(reason)][0]).toBeGreaterThan(0)
})
