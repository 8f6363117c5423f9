import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchGuarded, type FetchOptions } from './fetch'

const seen: { method?: string; url?: string; headers: Record<string, unknown>; body: string }[] = []
let hits = 0

const answers: Record<string, RequestListener> = {
  '/words': (_, res) => res.setHeader('set-cookie', 'a=b').end('Some words'),
  '/packed': (_, res) => res.setHeader('content-encoding', 'gzip').end(gzipSync('Some words')),
  '/bomb': (_, res) => res.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000))),
  '/long': (_, res) => res.end(Buffer.alloc(300_000)),
  '/cut': (_, res) => {
    res.writeHead(200, { 'content-length': 100 }).write('Some')
    setTimeout(() => res.destroy(), 5)
  },
  '/cut-packed': (_, res) => {
    res.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync('Some words').subarray(0, 12))
    setTimeout(() => res.destroy(), 5)
  },
  '/odd': (_, res) => res.setHeader('content-encoding', 'secret').end('x'),
  '/upgrade': ({ socket }) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')
  },
  '/headers': (_, res) => res.setHeader('x-long', 'x'.repeat(20_000)).end(),
  '/drip': (_, res) => {
    res.writeHead(200)
    const drip = setInterval(() => res.write('.'), 10)
    res.on('close', () => clearInterval(drip))
  },
  '/endless': (_, res) => {
    const pour = () => {
      while (res.write(Buffer.alloc(50_000)));
    }
    res.on('drain', pour)
    pour()
  },
  '/silent': () => {},
  '/moved': (_, res) => res.writeHead(302, { location: '/words' }).end(),
  '/again': (_, res) => res.writeHead(307, { location: '/words' }).end(),
  '/round': (_, res) => res.writeHead(301, { location: '/round' }).end(),
  '/inwards': (_, res) => res.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/metadata': (_, res) => res.writeHead(302, { location: 'http://[::ffff:a9fe:a9fe]/' }).end(),
  '/file': (_, res) => res.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/login': (_, res) => res.writeHead(302, { location: '//user:pass@localhost/' }).end(),
}

let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((req, res) => {
    hits++
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      seen.push({ method: req.method, url: req.url, headers: req.headers, body })
      const answer = answers[req.url ?? '']
      if (answer) answer(req, res)
      else res.writeHead(404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const siteUrl = new URL('http://127.0.0.1:3000')
const get = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchGuarded(`http://127.0.0.1:${port}${path}`, { siteUrl, allowsLoopback: true, ...options })
const at = (...addresses: string[]) => ({
  resolver: () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
})
const refused = (reason: string) => ({ kind: 'failed', reason })

describe('what is fetched', () => {
  test('comes with its status and words, packed or not', async () => {
    for (const path of ['/words', '/packed']) {
      const answer = await get(path)
      expect(answer).toMatchObject({ kind: 'answered', status: 200 })
      expect(answer.kind === 'answered' && answer.body.toString()).toBe('Some words')
    }
    expect(await get('/nowhere')).toMatchObject({ kind: 'answered', status: 404 })
  })

  test('is asked for under one name, without a cookie', async () => {
    await get('/words')
    await get('/words')
    const { headers } = seen.at(-1) ?? {}
    expect(headers).toMatchObject({ 'user-agent': 'Masthead/0.1 (+http://127.0.0.1:3000/)' })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('authorization')
  })

  test('is posted to as a form, again only where a redirect says so', async () => {
    await get('/words', { form: { a: 'ü &', b: '1' } })
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: 'a=%C3%BC+%26&b=1' })
    await get('/again', { form: { a: '1' } })
    expect(seen.at(-1)).toMatchObject({ url: '/words', method: 'POST', body: 'a=1' })
    await get('/moved', { form: { a: '1' } })
    expect(seen.at(-1)).toMatchObject({ url: '/words', method: 'GET', body: '' })
  })

  test('says where it was found in the end', async () => {
    expect(await get('/moved')).toMatchObject({
      url: `http://127.0.0.1:${port}/words`,
      hops: [302],
    })
  })
})

describe('bounds', () => {
  test.each([
    ['a bomb', '/bomb', 'size'],
    ['a long page', '/long', 'size'],
    ['long headers', '/headers', 'network'],
    ['an answer that breaks off', '/cut', 'network'],
    ['a packed answer that breaks off', '/cut-packed', 'network'],
    ['an encoding that nobody asked for', '/odd', 'network'],
    ['a change of protocol', '/upgrade', 'network'],
    ['redirects in a circle', '/round', 'redirects'],
  ])('%s is given up', async (_what, path, reason) => {
    expect(await get(path, { maxBytes: 200_000 })).toEqual(refused(reason))
  })

  test.each([
    ['a slow drip', '/drip'],
    ['silence', '/silent'],
  ])('%s is given up in time', async (_what, path) => {
    expect(await get(path, { maxMs: 80 })).toEqual(refused('time'))
  })

  test('a resolver that never answers is given up in time', async () => {
    const resolver = () => new Promise<never>(() => {})
    expect(
      await fetchGuarded('http://slow.example/', { siteUrl, allowsLoopback: false, resolver, maxMs: 40 }),
    ).toEqual(refused('time'))
  })
})

describe('nothing is reached', () => {
  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://2130706433',
    'http://[::ffff:7f00:1]',
  ])('at %s', async (origin) => {
    const before = hits
    expect(
      await fetchGuarded(`${origin}:${port}/words`, { siteUrl, allowsLoopback: false, ports: [port] }),
    ).toEqual(refused('address'))
    expect(hits).toBe(before)
  })

  test.each(['/inwards', '/metadata', '/file', '/login'])('by the redirect %s', async (path) => {
    expect(await get(path)).toEqual(refused('address'))
  })

  test.each(['ftp://example.com/', 'http://user@example.com/', 'http://:pass@example.com/', 'nonsense', ''])(
    'at %j',
    async (address) => {
      expect(await fetchGuarded(address, { siteUrl, allowsLoopback: true })).toEqual(refused('address'))
    },
  )

  test('of what is refused, however its name ends', async () => {
    const refuses = ({ hostname }: URL) => hostname === 'own.example'
    const answer = await fetchGuarded(`http://own.example.:${port}/words`, {
      siteUrl,
      allowsLoopback: true,
      refuses,
      ...at('127.0.0.1'),
    })
    expect(answer).toEqual(refused('address'))
  })

  test('where one of the addresses of a name is private', async () => {
    const mixed = at('93.184.216.34', '192.168.0.1')
    expect(await fetchGuarded('http://mixed.example/', { siteUrl, allowsLoopback: true, ...mixed })).toEqual(
      refused('address'),
    )
  })

  test('at an unusual port of somebody else', async () => {
    const options = { siteUrl, allowsLoopback: true, ...at('93.184.216.34') }
    expect(await fetchGuarded('http://other.example:25/', options)).toEqual(refused('address'))
  })
})

test('a name that nobody has is told apart', async () => {
  expect(await fetchGuarded('http://none.example/', { siteUrl, allowsLoopback: true, ...at() })).toEqual(
    refused('name'),
  )
})

test('names are read as one name however they are spelled', async () => {
  const asked: string[] = []
  const resolver = (host: string) => {
    asked.push(host)
    return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  }
  for (const host of ['BÜCHER.example', 'xn--bcher-kva.example.', 'bücher。example'])
    await fetchGuarded(`http://${host}:${port}/words`, { siteUrl, allowsLoopback: true, resolver })
  expect(asked).toEqual(Array(3).fill('xn--bcher-kva.example'))
  expect(seen.at(-1)?.headers).toMatchObject({ host: `xn--bcher-kva.example:${port}` })
})

describe('what is asked for', () => {
  test('may be the headers alone', async () => {
    const answer = await get('/words', { headersOnly: true })
    expect(answer).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect(seen.at(-1)).toMatchObject({ method: 'HEAD' })
  })

  test('may be as much as is of use, of a page that never ends too', async () => {
    for (const path of ['/long', '/bomb', '/endless']) {
      const answer = await get(path, { maxBytes: 100_000, cuts: true })
      expect(answer.kind === 'answered' && answer.body.length).toBe(100_000)
    }
  })

  test('may be told a text of any type', async () => {
    await get('/words', { post: { type: 'text/xml', text: '<ü/>' } })
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      body: '<ü/>',
      headers: { 'content-type': 'text/xml' },
    })
  })

  test('is said only when whoever asks is ready, and not at all where that fails', async () => {
    const before = hits
    let ready = () => {}
    const asking = get('/words', {
      form: { a: '1' },
      beforeSending: () => new Promise<void>((resolve) => (ready = resolve)),
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(hits).toBe(before)
    ready()
    expect(await asking).toMatchObject({ status: 200 })
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: 'a=1' })
    expect(await get('/words', { beforeSending: () => Promise.reject(new Error('full')) })).toEqual(
      refused('network'),
    )
    expect(hits).toBe(before + 1)
  })
})

test('a name is resolved once, and what was found is connected to', async () => {
  let asked = 0
  const answer = await fetchGuarded(`http://peer.example:${port}/words`, {
    siteUrl,
    allowsLoopback: true,
    resolver: () => {
      // whoever asks again is led elsewhere
      const address = asked++ === 0 ? '127.0.0.1' : '127.0.0.2'
      return Promise.resolve([{ address, family: 4 }])
    },
  })
  expect(answer).toMatchObject({ kind: 'answered', status: 200 })
  expect(asked).toBe(1)
  expect(seen.at(-1)?.headers).toMatchObject({ host: `peer.example:${port}` })
})

test('of several addresses the one that answers will do', async () => {
  const answer = await fetchGuarded(`http://peer.example:${port}/words`, {
    siteUrl,
    allowsLoopback: true,
    ...at('::1', '127.0.0.1'),
  })
  expect(answer).toMatchObject({ kind: 'answered', status: 200 })
})
