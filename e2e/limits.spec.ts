import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { all, expectFinished, readDocument } from './documents'
import { expect, test } from './fixtures'
import { sendAndIgnore, sendRaw, statusOf } from './raw'
import { type RunningServer, startServer } from './server'

const ARTICLE = '/articles/stability-ai-ceo-resigns-ai-centralization'

test.describe('addresses', () => {
  const NEXTS_OWN = [
    '/_not-found',
    '/404',
    '/500',
    '/_error',
    '/_app',
    '/_document',
    '/_global-error',
    '/%340%34',
  ]

  for (const path of NEXTS_OWN)
    test(`${path} is as unknown as any other`, async ({ baseURL }) => {
      const document = await readDocument(`${baseURL}${path}`)
      expect(document.status).toBe(404)
      expectFinished(document)
      expect(all(document, 'h1')[0]?.text).toBe('Not found')
    })

  test('queries that no page knows lead to the same document', async ({ baseURL }) => {
    const plain = await fetch(`${baseURL}${ARTICLE}`)
    const etag = plain.headers.get('etag')
    for (const query of ['?utm_source=mail', '?fbclid=1&x=2', `?${'y'.repeat(1500)}`, '?_rsc=1']) {
      const other = await fetch(`${baseURL}${ARTICLE}${query}`)
      expect(other.headers.get('etag'), query).toBe(etag)
      expect(other.headers.get('server-timing'), query).toContain('hit')
    }
  })

  test('those longer than any of ours are refused before anything reads them', async ({ baseURL }) => {
    expect((await fetch(`${baseURL}/${'a'.repeat(3_000)}`)).status).toBe(414)
    expect(
      statusOf(await sendRaw(baseURL, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`)),
    ).toBe(431)
  })
})

test.describe('what a client claims', () => {
  test('of hosts and origins shows in nobody’s document', async ({ baseURL }) => {
    for (const path of ['/articles?before=poison', '/a/page/that/nobody/asked/for/yet', '/']) {
      const poisoned = await sendRaw(
        baseURL,
        [
          `GET ${path} HTTP/1.1`,
          'Host: evil.example',
          'X-Forwarded-Host: evil.example',
          'X-Forwarded-Proto: gopher',
          'X-Forwarded-For: evil.example',
          'X-Forwarded-Port: 666',
          'Forwarded: host=evil.example;proto=gopher',
          'X-Original-URL: /evil.example',
          'X-Rewrite-URL: /evil.example',
          'X-Matched-Path: /evil.example',
          'X-Middleware-Rewrite: http://evil.example/',
          'X-Nextjs-Data: 1',
          'Origin: https://evil.example',
          'Referer: https://evil.example/',
          'Cookie: evil.example=1',
          'Accept-Language: evil.example',
          'User-Agent: evil.example',
          'RSC: 1',
          'Connection: close',
          '\r\n',
        ].join('\r\n'),
      )
      expect([200, 404]).toContain(statusOf(poisoned))
      expect(poisoned).not.toMatch(/evil\.example|gopher|:666/)
      const next = await readDocument(`${baseURL}${path}`)
      expect(next.html).not.toMatch(/evil\.example|gopher|:666/)
      for (const { attributes } of all(next, 'link', { rel: 'canonical' }))
        expect(attributes['href']).toMatch(new RegExp(`^${baseURL}`))
    }
  })

  test('of an upgrade to another protocol is passed over', async ({ baseURL }) => {
    for (const upgrade of ['h2c', 'websocket']) {
      const answer = await sendRaw(
        baseURL,
        `GET /articles HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: ${upgrade}\r\n\r\n`,
      )
      expect(statusOf(answer), upgrade).toBe(200)
    }
  })

  test('of a range of bytes is answered with the whole', async ({ request }) => {
    const whole = await request.get(ARTICLE)
    const ranged = await request.get(ARTICLE, { headers: { range: 'bytes=0-9' } })
    expect(ranged.status()).toBe(200)
    expect((await ranged.body()).length).toBe((await whole.body()).length)
  })
})

test('methods that mean nothing here change nothing and are told so', async ({ baseURL }) => {
  for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await sendRaw(
      baseURL,
      `${method} /articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(statusOf(answer), method).toBe(405)
    expect(answer).toMatch(/\nallow: GET, HEAD, POST\r\n/i)
    expect(answer).not.toContain('<html')
  }
  expect(statusOf(await sendRaw(baseURL, 'BREW /articles HTTP/1.1\r\nHost: x\r\n\r\n'))).toBe(400)
  expect(statusOf(await sendRaw(baseURL, '\x16\x03\x01 garbage\r\n\r\n'))).toBe(400)
  // a tunnel is not offered, to anywhere
  expect(await sendRaw(baseURL, 'CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n')).not.toContain('200')
  expect((await fetch(`${baseURL}/healthz`)).status).toBe(200)
})

test.describe('a document that is known already', () => {
  for (const encoding of ['br', 'gzip', 'identity'])
    test(`is not sent again as ${encoding}, nor to who asks for its head alone`, async ({ request }) => {
      const asked = { 'accept-encoding': encoding }
      const first = await request.get(ARTICLE, { headers: asked })
      const { etag = '', vary, 'content-length': length } = first.headers()
      expect(etag).toMatch(/^"[^"]+"$/)
      expect(vary).toBe('Accept-Encoding')
      const head = await request.head(ARTICLE, { headers: asked })
      expect(head.status()).toBe(200)
      expect(head.headers()).toMatchObject({ etag, 'content-length': length })
      expect(await head.body()).toHaveLength(0)
      for (const method of ['GET', 'HEAD']) {
        const again = await request.fetch(ARTICLE, {
          method,
          headers: { ...asked, 'if-none-match': `W/"x", ${etag}` },
        })
        expect(again.status(), method).toBe(304)
        expect(again.headers()).toMatchObject({ etag, vary })
        expect(await again.body()).toHaveLength(0)
      }
      const other = await request.get(ARTICLE, { headers: { ...asked, 'if-none-match': '"another"' } })
      expect(other.status()).toBe(200)
    })
})

test.describe('memory', () => {
  let server: RunningServer
  let dataDir: string
  let slow: Promise<{ answer: string; tookMs: number }>
  test.beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'masthead-limits-'))
    server = await startServer(dataDir)
    // it takes its time while the others are at work
    slow = dawdle()
  })
  test.afterAll(async ({}, testInfo) => {
    await server.stop()
    await testInfo.attach('server.log', { body: server.log() })
    rmSync(dataDir, { recursive: true, force: true })
  })

  const megabytes = () =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })) / 1024

  test('does not grow with readers who ask for much and take nothing', async () => {
    await fetch(server.url + ARTICLE)
    const before = megabytes()
    const pipelined = `GET ${ARTICLE} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(2_000)
    const hangUps = await Promise.all(Array.from({ length: 50 }, () => sendAndIgnore(server.url, pipelined)))
    await sleep(1_000)
    // of the 100 000 answers of some 60 KB each connection is owed 32 at most: 96 MB, and what V8 keeps besides
    expect(megabytes() - before).toBeLessThan(250)
    expect((await fetch(server.url + ARTICLE)).status).toBe(200)
    for (const hangUp of hangUps) hangUp()
  })

  test('does not grow with address after address that leads nowhere', async () => {
    test.setTimeout(60_000)
    const ask = async (i: number) => {
      const response = await fetch(`${server.url}/nowhere/${i}/${'x'.repeat(i % 1000)}`)
      await response.arrayBuffer()
      return response.status
    }
    const askMany = async (from: number, to: number) => {
      const statuses = new Set<number>()
      for (let i = from; i < to; i += 10)
        for (const status of await Promise.all(Array.from({ length: 10 }, (_, j) => ask(i + j))))
          statuses.add(status)
      return [...statuses]
    }
    expect(await askMany(0, 100)).toEqual([404])
    const before = megabytes()
    expect(await askMany(100, 300)).toEqual([404])
    expect(megabytes() - before).toBeLessThan(60)
    await fetch(server.url + ARTICLE)
    expect((await fetch(server.url + ARTICLE)).headers.get('server-timing')).toContain('hit')
  })

  async function dawdle() {
    const began = performance.now()
    const answer = await sendRaw(server.url, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ', 40_000)
    return { answer, tookMs: performance.now() - began }
  }

  test('slow headers are not waited for', async () => {
    const { answer, tookMs } = await slow
    expect(statusOf(answer)).toBe(408)
    expect(tookMs).toBeLessThan(30_000)
  })
})
