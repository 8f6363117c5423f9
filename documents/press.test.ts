import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { Commits } from '@/db/commits'
import { freshDatabase } from '@/db/testing'
import { touches, tracks } from '@/db/touches'
import { Documents } from './documents'
import { matches } from './encode'
import { pressInIdleMoments } from './press'

const commits = new Commits(freshDatabase())
const WORDS = Array.from({ length: 4_000 }, (_, i) => `word ${(i * 7919) % 1009}`).join(' ')

async function handle(request: IncomingMessage, response: ServerResponse) {
  tracks(`page:${request.url}`)
  response.setHeader('content-type', 'text/html').end(`<p>${WORDS}</p>`)
}
const documents = new Documents({ handle, commits, secure: false, maxBytes: 10_000_000, onError: () => {} })
const read = async (path: string) => (await documents.get(path, {}, Date.now())).document

let stop = () => {}
const begin = (restMs: number) => {
  stop = pressInIdleMoments({
    mostReadLoose: (keptBefore, readsMin) => documents.mostReadLoose(keptBefore, readsMin),
    lookMs: 10,
    restMs,
  })
}
afterEach(() => stop())

test('a document that is read much is pressed harder, under a validator of its own', async () => {
  const { variants } = await read('/much')
  const quick = variants.of.br
  await read('/little')
  for (let i = 0; i < 60; i++) await read('/much')
  begin(0)
  await expect.poll(async () => (await read('/much')).variants.of.br.etag).not.toBe(quick.etag)
  const { br, identity } = (await read('/much')).variants.of
  expect(br.body.length).toBeLessThan(quick.body.length)
  expect(brotliDecompressSync(br.body).equals(identity.body)).toBe(true)
  for (const { etag } of [quick, br]) expect(matches(etag, variants.hash)).toBe(true)
  expect((await read('/little')).isPressed).toBe(false)
})

test('one that changes all the time is left as it is', async () => {
  for (let i = 0; i < 60; i++) await read('/busy')
  begin(10_000)
  await sleep(100)
  expect((await read('/busy')).isPressed).toBe(false)
  await transact((tx) => touches(tx, 'page:/busy'))
  begin(0)
  await sleep(50)
  expect(documents.mostReadLoose(Date.now() + 1, 50)?.key).not.toBe('/busy')
})
