import { expect, test } from 'vitest'
import { pingbackAnswer, pingbackCall } from './pingback-call'

test('a call names both addresses, escaped', () => {
  expect(pingbackCall('https://a.example/?x=1&y=2', 'https://b.example/<')).toContain(
    '<string>https://a.example/?x=1&amp;y=2</string></value></param><param><value><string>https://b.example/&lt;</string>',
  )
})

const fault = (code: string) =>
  `<?xml version="1.0"?><methodResponse><fault><value><struct>
   <member><name>faultString</name><value><string>Number 17 &amp; more</string></value></member>
   <member><name>faultCode</name><value>${code}</value></member></struct></value></fault></methodResponse>`

test.each([
  [
    '<methodResponse><params><param><value><string>ok</string></value></param></params></methodResponse>',
    null,
  ],
  [fault('<int>48</int>'), 48],
  [fault('<i4>0</i4>'), 0],
])('an answer is read: %s', (xml, code) => {
  expect(pingbackAnswer(xml)).toEqual({ fault: code })
})

test.each(['', 'ok', '<html><p>Welcome', '<methodResponse/>', '<params><param/></params>'])(
  'no answer: %s',
  (xml) => {
    expect(pingbackAnswer(xml)).toBeNull()
  },
)
