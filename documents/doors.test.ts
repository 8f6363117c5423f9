import { once } from 'node:events'
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { DoorLimits, isForPage, receive, turnAway } from './doors'
import { offerAt } from './shortcuts'

const NOON = 1_000_000

test('of ten thousand in a minute 240 are taken, forty of them at once, and the others are told when to come again', () => {
  const limits = new DoorLimits()
  const answers = Array.from({ length: 10_000 }, (_, n) =>
    limits.secondsToWait(`10.0.${n % 200}.1`, NOON + 6 * n),
  )
  const isTaken = (wait: number) => wait === 0
  expect(answers.slice(0, 41).filter(isTaken)).toHaveLength(40)
  expect(answers.filter(isTaken).length).toBeGreaterThan(235)
  expect(answers.filter(isTaken).length).toBeLessThanOrEqual(240)
  expect(new Set(answers)).toEqual(new Set([0, 1]))
  expect(limits.secondsToWait('10.0.0.1', NOON + 61_000)).toBe(0)
})

test('one network gets a quarter of it, whichever of its addresses asks', () => {
  const of = (address: (n: number) => string) => {
    const limits = new DoorLimits()
    return Array.from({ length: 100 }, (_, n) => limits.secondsToWait(address(n), NOON + 500 * n))
  }
  for (const answers of [
    of((n) => `2001:db8:1:2:${n.toString(16)}::1`),
    of((n) => `2001:db8::${(n + 1).toString(16)}:0:0:1`),
    of(() => '10.0.0.1'),
  ]) {
    expect(answers.filter((wait) => wait === 0)).toHaveLength(60)
    expect(answers[60]).toBe(30)
  }
})

test('a clock that is set back shuts nobody out', () => {
  const limits = new DoorLimits()
  for (let n = 0; n < 100; n++) limits.secondsToWait('10.0.0.1', NOON)
  expect(limits.secondsToWait('10.0.0.2', 500)).toBe(1)
  expect(limits.secondsToWait('10.0.0.2', 1_500)).toBe(0)
})

test('only a form of our own page is for the page', () => {
  expect(isForPage('/webmention', 'multipart/form-data; boundary=x')).toBe(true)
  expect(isForPage('/webmention', 'application/x-www-form-urlencoded')).toBe(false)
  expect(isForPage('/pingback', 'text/xml')).toBe(false)
  expect(isForPage('/articles/a', 'text/xml')).toBe(true)
})

test('what programs post is answered without Next as soon as its route has offered that', async () => {
  const sent = [
    Buffer.from('source=a&target=b'),
    { 'content-type': 'application/x-www-form-urlencoded' },
  ] as const
  expect(await receive('/webmention', ...sent, false)).toBeNull()
  offerAt('/webmention', async (posted, headers) => {
    const words = `${await posted.text()} from ${String(headers['x-masthead-address'])}`
    return new Response(words, { status: 202, headers: { location: '/webmention/x', 'x-odd': 'kept here' } })
  })
  const [body, headers] = sent
  const answered = await receive('/webmention', body, { ...headers, 'x-masthead-address': '10.0.0.1' }, false)
  expect(answered).toMatchObject({
    status: 202,
    headers: { location: '/webmention/x', 'x-content-type-options': 'nosniff' },
  })
  expect(answered?.headers).not.toHaveProperty('x-odd')
  expect(answered?.body.toString()).toBe('source=a&target=b from 10.0.0.1')
})

test.each([
  ['keeps its connection', 'a'.repeat(100), 'keep-alive'],
  ['loses its connection', 'a'.repeat(20_000), 'close'],
])('who is sent away %s', async (_what, body, connection) => {
  const server = createServer((asked, response) => turnAway(asked, response, { seconds: 7, secure: true }))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const asking = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    headers: { 'content-length': body.length },
  })
  asking.end(body)
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  answer.resume()
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '7'])
  expect(answer.headers.connection).toBe(connection)
  expect(answer.headers['strict-transport-security']).toBeDefined()
  server.close()
  server.closeAllConnections()
})
