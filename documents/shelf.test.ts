import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { opened, transact } from '@/db/client'
import { Commits } from '@/db/commits'
import { freshDatabase } from '@/db/testing'
import { ERASED, touches, tracks } from '@/db/touches'
import { Documents } from './documents'
import { DocumentShelf } from './shelf'

const database = freshDatabase()
const file = join(mkdtempSync(join(tmpdir(), 'masthead-shelf-')), 'documents')
const write = (...tags: string[]) => transact((tx) => touches(tx, ...tags))

/** A server as it starts; each has rendered nothing yet. */
function start(edition = 'one') {
  const commits = new Commits(database)
  const handle = async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    tracks('site', `page:${url}`)
    response.setHeader('content-type', 'text/html').end(`<p>${url} ${'and on '.repeat(100)}</p>`)
  }
  const documents = new Documents({
    handle,
    commits,
    secure: false,
    maxBytes: 1e6,
    onError: () => {},
    onErased: () => shelf.clear(),
  })
  const shelf = new DocumentShelf({ file, edition, commits, documents })
  shelf.restore()
  const read = async (path: string) => {
    const found = await documents.get(path, {}, Date.now())
    await documents.finish()
    return found
  }
  const isKept = (path: string) => documents.hit(path, Date.now()) !== null
  return { read, isKept, shelf }
}

beforeEach(async () => {
  await write('site')
  const { read, shelf } = start()
  for (const path of ['/a', '/b']) await read(path)
  await shelf.store()
})

test('what was kept is there before anything is rendered, byte for byte', async () => {
  const { read, isKept } = start()
  expect(isKept('/a')).toBe(true)
  const { document } = await read('/a')
  const fresh = (await start('another').read('/a')).document
  expect(document.variants).toEqual(fresh.variants)
  expect(document.hit).toEqual(fresh.hit)
})

test('what a commit touched meanwhile is rendered again', async () => {
  await write('page:/a')
  const { read, isKept } = start()
  expect(isKept('/a')).toBe(false)
  expect(isKept('/b')).toBe(true)
  expect((await read('/a')).how).toBe('miss')
})

test.each([
  ['another build', async () => 'two'],
  [
    'a pruned log',
    async () => {
      await write('other')
      opened().writer.exec('DELETE FROM touches WHERE seq < (SELECT max(seq) FROM touches)')
      return 'one'
    },
  ],
  [
    'another database, as after a backup was put back',
    async () => {
      opened().writer.exec(`UPDATE touches SET tag = 'elsewhere'`)
      return 'one'
    },
  ],
  [
    'a damaged file',
    async () => {
      writeFileSync(file, 'no documents')
      return 'one'
    },
  ],
])('nothing is taken back after %s', async (_what, happens) => {
  expect(start(await happens()).isKept('/a')).toBe(false)
})

test('a server that ended without a word leaves what the one before it had stored', async () => {
  start()
  await write('page:/a')
  expect(start().isKept('/a')).toBe(false)
  expect(start().isKept('/b')).toBe(true)
})

test.each(['while a server runs', 'while none does'])(
  'what is erased %s stands on disk no longer',
  async (when) => {
    const running = when === 'while a server runs' ? start() : null
    await write('page:/a', ERASED)
    const { isKept } = running ?? start()
    expect(isKept('/a')).toBe(false)
    expect(existsSync(file)).toBe(false)
  },
)

test('what another database has left is not taken back later, when this one has come as far', async () => {
  const { writer } = opened()
  const before = writer.prepare('SELECT max(seq) AS seq, tag FROM touches').get()
  writer.exec('DELETE FROM touches WHERE seq = (SELECT max(seq) FROM touches)')
  expect(start().isKept('/a')).toBe(false)
  writer.prepare('INSERT INTO touches (seq, tag) VALUES (@seq, @tag)').run(before)
  expect(start().isKept('/a')).toBe(false)
})
