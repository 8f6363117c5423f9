import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encode } from './encode'
import { plainRequest } from './plain'
import { quicken } from './quick'
import type { Finished } from './wire'

const IDLE_MS = 300
// more than the system takes off our hands on both ends of a connection
const LARGE = 24_000_000
const text = 'Kept and read. '.repeat(100)
let page: Finished
let large: Finished
const seen: { method: string | undefined; url: string | undefined; headers: IncomingMessage['headers'] }[] =
  []

const server = createServer((request, response) => {
  seen.push({ method: request.method, url: request.url, headers: request.headers })
  request.resume().on('end', () => response.setHeader('x-by', 'node').end(`node ${request.url}`))
})
const quick = quicken(
  server,
  ({ url }) => (url === '/kept' ? page : url === '/large' ? large : null),
  IDLE_MS,
)
const port = () => (server.address() as AddressInfo).port

beforeAll(async () => {
  const headers = { 'content-type': 'text/plain' }
  page = { status: 200, headers, variants: await encode(Buffer.from(text)) }
  large = { status: 200, headers, variants: await encode(Buffer.alloc(LARGE, 'x'), 'packed') }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

/** Sends the pieces on one connection and gives back all that came until it closed or fell silent. */
async function talk(...pieces: string[]): Promise<string> {
  const socket = connect(port(), '127.0.0.1').setNoDelay()
  const got: Buffer[] = []
  socket.on('data', (chunk) => got.push(chunk))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const piece of pieces) {
    socket.write(piece, 'latin1')
    await sleep(40)
  }
  socket.destroy()
  return Buffer.concat(got).toString('latin1')
}

const get = (path: string, ...fields: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: site.test', ...fields, '', ''].join('\r\n')
const answers = (said: string) => said.split(/(?=HTTP\/1\.1 )/)

test('what is kept goes out whole, again and again on one connection', async () => {
  const said = answers(await talk(get('/kept'), get('/kept'), get('/kept')))
  expect(said).toHaveLength(3)
  for (const answer of said) {
    expect(answer).toContain('HTTP/1.1 200 OK\r\n')
    expect(answer).toContain(`content-length: ${text.length}\r\n`)
    expect(answer.endsWith(text)).toBe(true)
    expect(answer).not.toContain('x-by: node')
  }
})

test('fetch reads it, in the encoding it asks for', async () => {
  const response = await fetch(`http://127.0.0.1:${port()}/kept`)
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(await response.text()).toBe(text)
  expect(Math.abs(Date.now() - Date.parse(response.headers.get('date') ?? ''))).toBeLessThan(2000)
})

test('the date moves on, and the body stays what it was', async () => {
  const dates = new Set<string | undefined>()
  for (let times = 0; times < 3; times++) {
    const said = await talk(get('/kept', 'Accept-Encoding: gzip'))
    dates.add(/\r\nDate: (.*)\r\n/.exec(said)?.[1])
    const body = Buffer.from(said.slice(said.indexOf('\r\n\r\n') + 4), 'latin1')
    expect(gunzipSync(body).toString()).toBe(text)
    await sleep(700)
  }
  expect(dates.size).toBeGreaterThan(1)
})

test('HEAD has the fields alone, and 304 those that are not about the body', async () => {
  const head = await talk(get('/kept').replace('GET', 'HEAD'))
  expect(head).toContain(`content-length: ${text.length}\r\n`)
  expect(head.endsWith('\r\n\r\n')).toBe(true)
  const etag = /etag: (".*")/.exec(head)?.[1] ?? ''
  const held = await talk(get('/kept', `If-None-Match: ${etag}`))
  expect(held).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n/)
  expect(held).toContain(`etag: ${etag}`)
  expect(held).not.toContain('content-')
})

test('everything else is the business of the whole server, from then on', async () => {
  const said = answers(await talk(get('/kept'), get('/other'), get('/kept')))
  expect(said[0]).not.toContain('x-by: node')
  expect(said[1]).toContain('node /other')
  expect(said[2]).toContain('node /kept')
})

test.each([
  ['in pieces', [get('/kept').slice(0, 9), get('/kept').slice(9)], 1],
  ['byte by byte at the end', [get('/kept').slice(0, -1), '\n'], 1],
  ['two at once', [get('/kept') + get('/kept')], 2],
  ['with a body', [`${get('/kept', 'Content-Length: 3')}abc`], 1],
  ['with a body that comes later', [get('/kept', 'Transfer-Encoding: chunked'), '0\r\n\r\n'], 1],
  ['by POST', [get('/kept', 'Content-Length: 0').replace('GET', 'POST')], 1],
])('a request %s is understood', async (_how, pieces, count) => {
  const said = await talk(...pieces)
  expect(said.split('node /kept')).toHaveLength(count + 1)
})

test.each([
  [
    'a browser that would rather have https',
    get('/kept', 'Upgrade-Insecure-Requests: 1', 'Accept: text/html'),
  ],
  ['a cookie of our readers', get('/kept', 'Cookie: a=1')],
])('%s is answered at once', async (_what, request) => {
  expect(await talk(request)).not.toContain('x-by: node')
})

test.each([
  ['two lines of cookies', get('/kept', 'Cookie: a=1', 'Cookie: b=2')],
  ['two hosts', get('/kept', 'Host: other.test')],
])('%s are for the whole server', async (_what, request) => {
  const said = await talk(request)
  expect(said.includes('x-by: node') || said.startsWith('HTTP/1.1 400')).toBe(true)
})

test('what is asked after the goodbye is not done', async () => {
  const socket = connect({ port: port(), host: '127.0.0.1', allowHalfOpen: true })
  await once(socket, 'connect')
  socket.write(get('/kept'))
  await once(socket, 'data')
  seen.length = 0
  quick.close()
  await once(socket, 'end')
  socket.on('error', () => undefined)
  socket.write(get('/other').replace('GET', 'POST'))
  await sleep(100)
  expect(seen).toEqual([])
  socket.destroy()
})

test.each([
  ['no host', 'GET /kept HTTP/1.1\r\nAccept: */*\r\n\r\n'],
  ['a space before the colon', 'GET /kept HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc'],
  ['a bare line feed', 'GET /kept HTTP/1.1\r\nHost: a\nX: b\r\n\r\n'],
  ['a zero byte', 'GET /kept HTTP/1.1\r\nHost: a\0\r\n\r\n'],
  ['no protocol at all', 'hello\r\n\r\n'],
])('%s is refused as Node refuses it', async (_what, request) => {
  expect(await talk(request)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
})

test('who asks on without reading is made to wait, and gets all answers in the end', async () => {
  const arrived = once(server, 'connection') as Promise<[Socket]>
  const socket = connect(port(), '127.0.0.1').pause()
  const [served] = await arrived
  for (let times = 0; times < 3; times++) {
    socket.write(get('/large'))
    await expect.poll(() => served.writableLength).toBeGreaterThan(0)
  }
  expect(served.writableLength).toBeLessThan(LARGE + 1000)
  let heads = ''
  socket.on('data', (chunk) => (heads += chunk.toString('latin1').replaceAll('x', '')))
  socket.resume()
  // those that came together while it was made to wait are answered by the whole server
  while (heads.split('HTTP/1.1 200').length < 4) await once(socket, 'data')
  socket.destroy()
})

test('a connection that says nothing is closed', async () => {
  const socket = connect(port(), '127.0.0.1')
  await once(socket, 'connect')
  const began = performance.now()
  socket.resume()
  await once(socket, 'close')
  expect(performance.now() - began).toBeGreaterThan(IDLE_MS * 0.8)
})

test('cutting lets go of those who do not read, too', async () => {
  const arrived = once(server, 'connection') as Promise<[Socket]>
  const socket = connect(port(), '127.0.0.1').pause()
  const [served] = await arrived
  socket.write(get('/large'))
  while (served.writableLength === 0) await sleep(5)
  quick.close()
  expect(served.destroyed).toBe(false)
  quick.cut()
  expect(served.destroyed).toBe(true)
  socket.destroy()
})

test('closing lets go of those who wait', async () => {
  const socket = connect(port(), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(get('/kept'))
  await once(socket, 'data')
  const ended = once(socket, 'end')
  quick.close()
  await ended
})

const token = fc.constantFrom(
  'Host',
  'Accept',
  'accept-encoding',
  'COOKIE',
  'X-Any',
  'If-None-Match',
  'Range',
)
const value = fc.string({
  unit: fc.constantFrom(' ', '\t', 'a', 'é', '"', ',', ':', ';', '='),
  maxLength: 12,
})
test('what is taken for plain, Node reads alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/a', '/a?b=c', '/%C3%A9', '/a//b'),
      fc.array(fc.tuple(token, value), { maxLength: 6 }),
      async (url, fields) => {
        const head = get(url, ...fields.map(([name, said]) => `${name}: ${said}`))
        const plain = plainRequest(Buffer.from(head, 'latin1').toString('latin1'))
        if (!plain) return
        seen.length = 0
        await fetchRaw(head)
        const [node] = seen
        expect(node).toMatchObject({ method: plain.method, url: plain.url })
        expect(node?.headers['accept-encoding'] ?? '').toContain(plain.accepted.trim())
        expect(node?.headers.cookie ?? '').toContain((plain.cookie ?? '').trim())
        expect(node?.headers['if-none-match'] ?? '').toContain((plain.ifNoneMatch ?? '').trim())
      },
    ),
    { numRuns: 200 },
  )
})

async function fetchRaw(head: string): Promise<void> {
  const socket = connect(port(), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(head, 'latin1')
  await once(socket, 'data')
  socket.destroy()
}
