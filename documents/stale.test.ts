import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Commits } from '@/db/commits'
import { lockableDatabase } from '@/db/testing'
import { tracks } from '@/db/touches'
import { Documents } from './documents'

const { file, touch, lock, unlock } = lockableDatabase()
const commits = new Commits(file)
afterAll(() => commits.close())

let page: (request: IncomingMessage) => Promise<string>
const errors: [string, unknown][] = []
beforeEach(() => void errors.splice(0))

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const html = await page(request).catch(() => null)
  if (html === null) response.statusCode = 500
  response.setHeader('content-type', 'text/html').end(html ?? undefined)
}

const newDocuments = () =>
  new Documents({
    handle,
    commits,
    secure: false,
    maxBytes: 1_000_000,
    onError: (error, key) => errors.push([key, error]),
  })

const read = async (documents: Documents, key: string) => {
  const { document, how } = await documents.get(key, {}, Date.now())
  return [document.variants.of.identity.body.toString(), how]
}

test('while the database is locked readers get the last good document, marked as stale', async () => {
  const documents = newDocuments()
  page = async () => {
    tracks('site')
    return 'good'
  }
  await read(documents, '/')
  lock()
  try {
    const began = performance.now()
    expect(await read(documents, '/')).toEqual(['good', 'stale'])
    expect(performance.now() - began).toBeLessThan(100)
    expect(errors).toEqual([['/', expect.objectContaining({ code: 'SQLITE_BUSY' })]])
    await expect(read(documents, '/never-read')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  } finally {
    unlock()
  }
  expect(await read(documents, '/')).toEqual(['good', 'hit'])
})

test('a failing render is said once to the log, however many wait for it', async () => {
  const documents = newDocuments()
  page = async () => {
    tracks('article:1')
    return 'good'
  }
  await read(documents, '/a')
  page = async () => {
    await sleep(20)
    throw new Error('broken')
  }
  touch('article:1')
  const answers = await Promise.all([read(documents, '/a'), read(documents, '/a'), read(documents, '/a')])
  expect(answers).toEqual(Array(3).fill(['good', 'stale']))
  expect(errors).toHaveLength(1)
  expect(documents.counts).toEqual({ hit: 0, miss: 1, stale: 3 })
})

test('a document past its instant is still better than none', async () => {
  const documents = newDocuments()
  page = async () => {
    tracks('article:2')
    return 'good'
  }
  const { document } = await documents.get('/b', {}, Date.now())
  document.holdsUntil = Date.now() - 1
  page = () => Promise.reject(new Error('broken'))
  expect(await read(documents, '/b')).toEqual(['good', 'stale'])
})

test('the page for failures is made again where a commit overtook its first render', async () => {
  let name = 'Old name'
  let isOvertaken = false
  page = async () => {
    tracks('settings')
    const seen = name
    await sleep(isOvertaken ? 0 : 40)
    return seen
  }
  const documents = newDocuments()
  const renewing = documents.renewError()
  await sleep(10)
  name = 'New name'
  isOvertaken = true
  touch('settings')
  await renewing
  expect(documents.error?.status).toBe(500)
  expect(documents.error?.variants.of.identity.body.toString()).toBe('New name')
})

test('and is tried again with the next commit where it could not be made', async () => {
  page = () => Promise.reject(new Error('broken'))
  const documents = newDocuments()
  await documents.renewError()
  expect(documents.error).toBeNull()
  page = async () => {
    tracks('settings')
    return 'mended'
  }
  touch('anything')
  await read(documents, '/')
  await expect.poll(() => documents.error?.variants.of.identity.body.toString()).toBe('mended')
})
