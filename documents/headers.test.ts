import { describe, expect, test } from 'vitest'
import { dataHeaders, documentHeaders, fileHeaders, passed, siteHeaders } from './headers'

const all = (secure: boolean) => [
  siteHeaders(secure),
  documentHeaders(secure),
  dataHeaders(secure),
  fileHeaders('font/woff2', secure),
]

describe('every answer', () => {
  test('keeps its type, and the connection once it is a safe one', () => {
    for (const headers of all(true)) {
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    }
    for (const headers of all(false)) expect(headers['strict-transport-security']).toBeUndefined()
  })
})

test('a document runs no script and loads nothing from elsewhere', () => {
  const policy = String(documentHeaders(true)['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(documentHeaders(true)).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
})

test('a document that says it runs a module runs files of ours and nothing else', () => {
  const policy = String(documentHeaders(true, true)['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

test.each([
  ['image/png', 'cross-origin'],
  ['font/woff2', 'same-origin'],
  ['text/css; charset=utf-8', 'same-origin'],
])('a file of the type %s may be used by pages of %s', (type, policy) =>
  expect(fileHeaders(type, false)['cross-origin-resource-policy']).toBe(policy),
)

test('of what Next says, fonts to fetch early and what the page itself decided are passed on', () => {
  const link =
    '</a.woff2>; rel=preload; as="font"; crossorigin="", </b.css>; rel=preload; as="style", </c.js>; rel=preload; as="script"'
  expect(
    passed({ link, 'content-type': 'text/html', vary: 'rsc', 'x-nextjs-cache': 'HIT', location: '/b' }),
  ).toEqual({
    'content-type': 'text/html',
    location: '/b',
    link: '</a.woff2>; rel=preload; as="font"; crossorigin=""',
  })
})
