import { once } from 'node:events'
import {
  createServer,
  get as httpGet,
  type IncomingMessage,
  request as httpRequest,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { Commits } from '@/db/commits'
import { freshDatabase } from '@/db/testing'
import { touches, tracks } from '@/db/touches'
import { Documents } from './documents'
import { answer } from './reading'
import { addressOf } from './request'
import { serve } from './serve'

const commits = new Commits(freshDatabase())
let renders: IncomingMessage[] = []
let page: (request: IncomingMessage) => Promise<string>
let errors: unknown[] = []

/** Stands where Next does: it renders one page and answers 500 where that throws. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  renders.push(request)
  tracks(`page:${request.url}`)
  const html = await page(request).catch(() => null)
  if (html === null) response.statusCode = 500
  response.setHeader('content-type', 'text/html').end(html ?? '<html id="__next_error__">')
}

const onError = (error: unknown) => void errors.push(error)
const documents = new Documents({ handle, commits, secure: false, maxBytes: 1_000_000, onError })
const outcomes: string[] = []
const server = createServer((request, response) => {
  const address = addressOf(request.url)
  if (!address) return void response.destroy()
  void serve({ handle, documents, secure: false, onError }, request, response, address).then((outcome) =>
    outcomes.push(outcome),
  )
})
const write = (path: string) => transact((tx) => touches(tx, `page:${path}`))
let origin = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  renders = []
  errors = []
  outcomes.length = 0
})

const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers })
  return {
    status: response.status,
    text: await response.text(),
    timing: response.headers.get('server-timing'),
  }
}

describe('a slow render', () => {
  test('of 1.5 seconds that a commit overtakes is not what the next reader gets, and is not kept', async () => {
    let stored = 'before'
    page = async () => {
      const seen = stored
      await sleep(seen === 'before' ? 1_500 : 5)
      return seen
    }
    const early = read('/slow')
    await sleep(100)
    stored = 'after'
    await write('/slow')
    const late = read('/slow')
    expect((await early).text).toBe('before')
    expect((await late).text).toBe('after')
    expect(await read('/slow')).toMatchObject({ text: 'after', timing: 'doc;desc=hit' })
    expect(renders).toHaveLength(2)
  })

  test('survives the client that began it: those who wait with it are answered by the same render', async () => {
    page = async () => {
      await sleep(300)
      return 'done'
    }
    const first = httpGet(`${origin}/left`, { agent: false })
    const gone = once(first, 'error')
    await expect.poll(() => renders.length).toBe(1)
    const waiters = Array.from({ length: 20 }, () => read('/left'))
    await sleep(50)
    first.destroy()
    await gone
    for (const { status, text } of await Promise.all(waiters)) expect([status, text]).toEqual([200, 'done'])
    expect(renders).toHaveLength(1)
    expect((await read('/left')).timing).toBe('doc;desc=hit')
  })

  test('is begun once more, not once for each, for a crowd that comes after a commit', async () => {
    page = async () => {
      await sleep(100)
      return 'done'
    }
    const early = read('/crowd')
    await expect.poll(() => renders.length).toBe(1)
    await write('/crowd')
    await Promise.all(Array.from({ length: 50 }, () => read('/crowd')))
    await early
    expect(renders).toHaveLength(2)
  })
})

test('staff see pages of their own, which nobody else gets', async () => {
  page = async ({ headers }) =>
    headers.cookie?.includes('masthead.session') ? 'with an Edit button' : 'for all'
  expect((await read('/mixed')).text).toBe('for all')
  const own = await fetch(`${origin}/mixed`, { headers: { cookie: 'masthead.session=abc' } })
  expect(await own.text()).toBe('with an Edit button')
  expect(own.headers.get('server-timing')).toContain('own')
  expect(await read('/mixed')).toMatchObject({ text: 'for all', timing: 'doc;desc=hit' })
  const staffFirst = await fetch(`${origin}/staff-first`, { headers: { cookie: 'masthead.session=abc' } })
  expect(await staffFirst.text()).toBe('with an Edit button')
  expect((await read('/staff-first')).text).toBe('for all')
})

test('a page that throws is answered with the last good document, and says so', async () => {
  page = async () => 'good'
  await read('/breaks')
  await write('/breaks')
  page = () => Promise.reject(new Error('broken'))
  expect(await read('/breaks')).toEqual({ status: 200, text: 'good', timing: 'doc;desc=stale' })
  expect(outcomes.at(-1)).toBe('stale')
  expect(errors).toHaveLength(1)
})

test('without one it is answered with a whole page for failures, or at least in words', async () => {
  page = () => Promise.reject(new Error('broken'))
  const words = await read('/never-worked')
  expect(words.status).toBe(500)
  expect(words.text).toContain('Please try again')
  page = async ({ url }) => {
    if (url !== '/errors/500') throw new Error('broken')
    return '<h1>Something went wrong</h1>'
  }
  await documents.renewError()
  expect(await read('/never-worked')).toMatchObject({ status: 500, text: '<h1>Something went wrong</h1>' })
  expect(outcomes.at(-1)).toBe('failed')
})

test('what a visitor sends shows in nobody’s document', async () => {
  page = async ({ headers, rawHeaders }) => JSON.stringify({ headers, rawHeaders })
  const visitor = {
    cookie: 'preference=evil',
    'user-agent': 'evil',
    'accept-language': 'evil',
    'x-forwarded-host': 'evil',
    'x-forwarded-for': 'evil',
    referer: 'https://evil.example/',
    authorization: 'evil',
  }
  expect((await read('/poisoned', visitor)).text).not.toContain('evil')
  expect((await read('/poisoned')).text).not.toContain('evil')
})

test('a head is that of the document, and nothing else', async () => {
  page = async () => 'x'.repeat(5_000)
  await read('/head')
  const response = await fetch(`${origin}/head`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'identity' },
  })
  expect(response.headers.get('content-length')).toBe('5000')
  expect(await response.text()).toBe('')
  const unread = await fetch(`${origin}/head-first`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'identity' },
  })
  expect(unread.headers.get('content-length')).toBe('5000')
  expect((await read('/head-first')).timing).toBe('doc;desc=hit')
})

test('a status that the page decided on goes out, and only what is found or missing is kept', async () => {
  for (const [status, kept] of [
    [404, true],
    [410, true],
    [429, false],
  ] as const) {
    page = async () => {
      answer.status(status)
      return `status ${status}`
    }
    expect((await read(`/status/${status}`)).status).toBe(status)
    expect((await read(`/status/${status}`)).timing?.includes('hit'), String(status)).toBe(kept)
  }
})

test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s reaches no page', async (method) => {
  const asked = httpRequest(`${origin}/any`, { method, agent: false }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  expect(response.statusCode).toBe(405)
  expect(response.headers.allow).toBe('GET, HEAD, POST')
  expect(renders).toHaveLength(0)
})

describe('pages for one reader alone', () => {
  test('are rendered for one client so many at once, and all come in their turn', async () => {
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    page = async () => {
      await held
      return 'yours'
    }
    const early = Array.from({ length: 16 }, () => read('/your-comments'))
    await expect.poll(() => renders.length).toBe(16)
    const late = await fetch(`${origin}/comments/some-token`)
    expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await read('/your-comments', { cookie: 'masthead.session=made-up' })).status).toBe(503)
    go()
    for (const { status } of await Promise.all(early)) expect(status).toBe(200)
    expect((await read('/your-comments')).text).toBe('yours')
  })
})
