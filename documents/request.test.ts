import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { addressOf, clientAddress, isDocument, isOwnOrigin, loggable, tidy } from './request'

const siteUrl = new URL('https://agency.example')
function request(headers: Record<string, string>, remoteAddress = '203.0.113.9'): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
  return Object.assign(new IncomingMessage(socket), { headers })
}

describe('addresses', () => {
  test('unknown queries do not multiply documents', () => {
    expect(addressOf('/articles?utm_source=x&after=abc&fbclid=1')).toEqual({
      path: '/articles',
      key: '/articles?after=abc',
    })
    expect(addressOf('/articles?b=1&a=2')?.key).toBe('/articles')
  })
  test.each([
    '/articles?after=x',
    '/articles/one?after=x',
    '/articles/one/comments/7?after=x',
    '/topics/one?after=x',
    '/authors/one?after=x',
    '/api/articles?after=x',
    '/api/articles/one/comments?after=x',
    '/sign-in?to=x',
    '/setup?token=x',
  ])('%s is known', (url) => expect(addressOf(url)?.key).toBe(url))
  test.each([
    '/?after=x',
    '/feed.xml?after=x',
    '/articles/one?q=x',
    '/articles?before=x',
    '/articles/one?token=x&to=x',
  ])('%s says nothing that its page knows', (url) =>
    expect(addressOf(url)?.key).toBe(url.replace(/\?.*/, '')),
  )
  test('the order of a discussion is known where there is one, and by no other word', () => {
    expect(addressOf('/articles/one?order=newest&after=abc')?.key).toBe(
      '/articles/one?after=abc&order=newest',
    )
    for (const url of [
      '/articles/one?order=oldest',
      '/articles/one?order=x',
      '/articles/one?order=newest%20',
    ])
      expect(addressOf(url)?.key).toBe('/articles/one')
    for (const path of ['/', '/articles', '/articles/one/comments/7', '/search'])
      expect(addressOf(`${path}?order=newest`)?.key).toBe(path)
  })
  test.each([
    undefined,
    '',
    'articles',
    '//evil.example/',
    'http://evil.example/',
    `/${'a'.repeat(2048)}`,
    '/articles/%E0%A4%A',
    '/%',
  ])('%s is none', (url) => expect(addressOf(url)).toBeNull())
  test('secrets in them are not written into the log', () => {
    expect(loggable('/comments/a-secret')).toBe('/comments/*')
    expect(loggable('/setup?token=a-secret')).toBe('/setup')
  })
  test.each([
    ['/', true],
    ['/articles/dashboard', true],
    ['/dashboards', true],
    ['/dashboard', false],
    ['/dashboard/articles', false],
    ['/_next/static/a.js', false],
  ])('%s is a document: %s', (path, expected) => expect(isDocument(path)).toBe(expected))
})

describe('the client address', () => {
  test('is the connection unless proxies are believed', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '198.51.100.1' }), 0)).toBe('203.0.113.9')
    expect(clientAddress(request({ 'x-forwarded-for': '198.51.100.1' }), 1)).toBe('198.51.100.1')
  })
  test('a client cannot put itself further back than the believed proxies', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '10.0.0.1, 198.51.100.1' }), 1)).toBe('198.51.100.1')
    expect(clientAddress(request({ 'x-forwarded-for': '10.0.0.1, 198.51.100.1, 192.0.2.7' }), 2)).toBe(
      '198.51.100.1',
    )
  })
})

describe('whose form it is', () => {
  test.each([
    ['our own page', { origin: 'https://agency.example', 'sec-fetch-site': 'same-origin' }, true],
    [
      'our own page under another name of this host',
      { origin: 'http://localhost:3000', host: 'localhost:3000' },
      true,
    ],
    ['another site', { origin: 'https://evil.example', host: 'agency.example' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'agency.example' }, false],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }, false],
    [
      'another part of the same domain',
      { origin: 'https://agency.example', 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['a program without cookies', {}, true],
    ['no origin, but the cookies of a reader', { cookie: 'masthead.session=x' }, false],
  ])('%s', (_, headers, expected) =>
    expect(isOwnOrigin(request(headers as Record<string, string>), siteUrl)).toBe(expected),
  )
})

test('what a client claims of hosts, addresses and ids is replaced', () => {
  const it = request({
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '1.2.3.4',
    'x-masthead-address': '1.2.3.4',
    'x-middleware-subrequest': 'proxy',
    rsc: '1',
    'next-action': 'abc',
    cookie: 'kept=1',
    origin: 'https://evil.example',
  })
  it.method = 'POST'
  it.url = '/articles'
  tidy(it, { id: 'one', address: '203.0.113.9', siteUrl, document: true })
  expect(it.headers).toEqual({
    host: 'agency.example',
    origin: siteUrl.origin,
    'x-forwarded-proto': 'https',
    'x-masthead-address': '203.0.113.9',
    'x-masthead-path': '/articles',
    'x-request-id': 'one',
    cookie: 'kept=1',
  })
})
