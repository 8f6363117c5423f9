import { execFileSync } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { freshDatabase } from '@/db/testing'
import { holdsUntil, reading, touches, tracks } from '@/db/touches'
import { Commits } from '@/db/commits'
import { Documents } from './documents'

const file = freshDatabase()
const commits = new Commits(file)

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<string>
let renders = 0
const errors: unknown[] = []

/** Documents over a handler that renders as pages do: it says what it reads, waits, and writes HTML. */
function documentsOf(page: Page, maxBytes = 1_000_000): Documents {
  renders = 0
  errors.length = 0
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    renders++
    try {
      const html = await page(request, response)
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(html)
    } catch {
      response.statusCode = 500
      response.end()
    }
  }
  return new Documents({ handle, commits, secure: false, maxBytes, onError: (error) => errors.push(error) })
}

const write = (...tags: string[]) => transact((tx) => touches(tx, ...tags))
const bodyOf = async (documents: Documents, key = '/', now = Date.now()) => {
  const { document, how } = await documents.get(key, {}, now)
  return { text: document.variants.of.identity.body.toString(), how, status: document.status }
}

afterEach(() => expect(reading()).toBeUndefined())

test('a document is rendered once and then served from memory', async () => {
  const documents = documentsOf(async () => {
    tracks('article:1')
    return `render ${renders}`
  })
  expect(await bodyOf(documents)).toEqual({ text: 'render 1', how: 'miss', status: 200 })
  expect(await bodyOf(documents)).toEqual({ text: 'render 1', how: 'hit', status: 200 })
})

test('a commit that touches what a document read renews it, another commit does not', async () => {
  const documents = documentsOf(async () => {
    tracks('article:1')
    return `render ${renders}`
  })
  await bodyOf(documents)
  await write('article:2')
  expect((await bodyOf(documents)).how).toBe('hit')
  await write('article:1')
  expect(await bodyOf(documents)).toMatchObject({ text: 'render 2', how: 'miss' })
})

test('a commit of another process counts as well', async () => {
  const documents = documentsOf(async () => {
    tracks('article:9')
    return `render ${renders}`
  })
  await bodyOf(documents)
  const script = `new (require('better-sqlite3'))(process.argv[1]).prepare("insert into touches (tag) values ('article:9')").run()`
  execFileSync(process.execPath, ['-e', script, file])
  expect((await bodyOf(documents)).text).toBe('render 2')
})

test('a slow render across a commit answers who began it and is not kept', async () => {
  const documents = documentsOf(async () => {
    const mine = renders
    tracks('article:3')
    await sleep(mine === 1 ? 150 : 0)
    return `render ${mine}`
  })
  const early = bodyOf(documents)
  await sleep(30)
  await write('article:3')
  const late = bodyOf(documents)
  expect((await early).text).toBe('render 1')
  expect((await late).text).toBe('render 2')
  expect(await bodyOf(documents)).toMatchObject({ text: 'render 2', how: 'hit' })
})

test('after every acknowledged write the next reader sees it, however many read meanwhile', async () => {
  let stored = 0
  const documents = documentsOf(async () => {
    tracks('comments:1')
    const seen = stored
    await sleep(Math.random() * 4)
    return String(seen)
  })
  for (let round = 1; round <= 200; round++) {
    const readers = [bodyOf(documents), bodyOf(documents)]
    await transact(async (tx) => {
      stored = round
      await touches(tx, 'comments:1')
    })
    expect(Number((await bodyOf(documents)).text)).toBe(round)
    await Promise.all(readers)
  }
})

test('a document flips at the instant it holds until', async () => {
  const closing = new Date('2024-04-07T17:00:00Z')
  const documents = documentsOf(async () => {
    tracks('article:4')
    holdsUntil(closing)
    return `render ${renders}`
  })
  await bodyOf(documents, '/', closing.getTime() - 2)
  expect((await bodyOf(documents, '/', closing.getTime() - 1)).how).toBe('hit')
  expect((await bodyOf(documents, '/', closing.getTime())).how).toBe('miss')
})

test('when a render fails readers get the last good document', async () => {
  let broken = false
  const documents = documentsOf(async () => {
    tracks('article:5')
    if (broken) throw new Error('broken')
    return 'good'
  })
  await bodyOf(documents)
  broken = true
  await write('article:5')
  expect(await bodyOf(documents)).toEqual({ text: 'good', how: 'stale', status: 200 })
  expect(errors).toHaveLength(1)
  broken = false
  expect((await bodyOf(documents)).how).toBe('miss')
})

test('without an older document the failure reaches the caller', async () => {
  const documents = documentsOf(async () => {
    throw new Error('broken')
  })
  await expect(bodyOf(documents)).rejects.toThrow('The page answered 500')
})

test('what shows something of one reader, and what read nothing, is not kept', async () => {
  const personal = documentsOf(async () => {
    tracks('article:6')
    const record = reading()
    if (record) record.personal = true
    return 'yours'
  })
  await bodyOf(personal)
  expect((await bodyOf(personal)).how).toBe('miss')
  const unread = documentsOf(async () => 'nothing read')
  await bodyOf(unread)
  expect((await bodyOf(unread)).how).toBe('miss')
})

test('a shared document knows nothing of the visitor who caused it', async () => {
  let seen: string[] = []
  const documents = documentsOf(async (request) => {
    seen = Object.keys(request.headers)
    return 'x'
  })
  const visitor = {
    host: 'h',
    cookie: 'a=b',
    'user-agent': 'me',
    'x-masthead-address': '192.0.2.1',
    'accept-language': 'de',
  }
  await documents.get('/', visitor, Date.now())
  expect(seen.sort()).toEqual(['accept', 'accept-encoding', 'host'])
})

test('a document counts in all its encodings, also those that nobody waited for', async () => {
  const documents = documentsOf(() => {
    tracks('article:1')
    return Promise.resolve('some words '.repeat(2_000))
  })
  const { document } = await documents.get('/', { 'accept-encoding': 'br' }, Date.now())
  await documents.finish()
  const hit = documents.hit('/', Date.now())
  expect(hit?.variants).toBe(document.variants)
  const sizes = Object.values(document.variants.of).map(({ body }) => body.length)
  expect(new Set(sizes).size).toBe(3)
  const least = sizes.reduce((sum, size) => sum + size)
  expect(documents.bytes).toBeGreaterThanOrEqual(least)
  expect(documents.bytes).toBeLessThan(least + 5_000)
})

test('documents stay under their bound in bytes, and thousands of wrong addresses push none of them out', async () => {
  const documents = documentsOf(async (request) => {
    tracks('site')
    const record = reading()
    if (request.url?.startsWith('/nowhere') && record) record.status = 404
    return 'x'.repeat(2000)
  }, 200_000)
  await bodyOf(documents, '/home')
  for (let i = 0; i < 3000; i++) await bodyOf(documents, `/nowhere/${i}`)
  expect((await bodyOf(documents, '/home')).how).toBe('hit')
  for (let i = 0; i < 500; i++) await bodyOf(documents, `/page/${i}`)
  expect(documents.bytes).toBeLessThan(200_000 + 2 * 1024 * 1024)
  expect((await bodyOf(documents, '/home')).how).toBe('miss')
})
