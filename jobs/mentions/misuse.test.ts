import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { changeSlug } from '@/db/editing'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import { startReceiving } from './receiving-fixture'

freshDatabase()
const { owner, peer, page, later, makeTarget, mention, verify } = await startReceiving()
afterAll(() => peer.close())

const target = await makeTarget()
const link = `<a href="${target.address}">x</a>`

test('a mention stays where somebody sends it with an address that its page does not have', async () => {
  const source = page(link)
  await mention(source, target.address)
  expect(await mention(source, `${target.address}?other#part`, later(600_000))).toMatchObject({
    state: 'published',
    target: target.address,
  })
})

test('a mention follows its article, and its link, to another address', async () => {
  const article = await makeTarget()
  const path = '/following'
  const source = page(`<a href="${article.address}">x</a>`, { path })
  const { id } = await mention(source, article.address)
  await changeSlug(owner, article.id, `${article.slug}-moved`, later())
  const moved = `${article.address}-moved`
  page(`<a href="${moved}">x</a>`, { path })
  // as senders do that tell of what they took out, too
  expect(await mention(source, article.address, later(600_000))).toMatchObject({ id, target: moved })
  page(`<a href="${moved}#part">x</a>`, { path })
  expect(await mention(source, `${moved}#part`, later(600_000))).toMatchObject({
    state: 'published',
    target: `${moved}#part`,
  })
})

test('a mention is judged anew where all that changed is where its author is said to be', async () => {
  const path = '/author'
  const by = (url: string) =>
    page(
      `<div class=h-entry><a class="u-in-reply-to" href="${target.address}"></a><p class=e-content>Yes.</p><a class="p-author h-card" href="${url}">Ann</a></div>`,
      { path },
    )
  await mention(by('https://ann.example/'), target.address)
  await settings.set(owner, { 'discussion.mentionMode': 'hold-all' }, later())
  expect(await mention(by('https://ann.example/'), target.address, later(600_000))).toMatchObject({
    state: 'published',
  })
  expect(await mention(by('https://pills.example/'), target.address, later(600_000))).toMatchObject({
    state: 'held',
  })
  await settings.set(owner, { 'discussion.mentionMode': 'open' }, later())
})

test('a page that cannot be reached is given up as well where it was gone before, and may be sent again', async () => {
  const source = page(link, { path: '/coming' })
  const { id } = await mention(source, target.address)
  page((response) => response.writeHead(410).end(), { path: '/coming' })
  await mention(source, target.address, later(600_000))
  page((response) => response.writeHead(503).end(), { path: '/coming' })
  let row = await mention(source, target.address, later(600_000))
  for (let tries = 2; tries <= 6; tries++) row = await verify(id)
  expect(row).toMatchObject({ state: 'gone', failure: 'unreachable' })
  page(link, { path: '/coming' })
  expect(await mention(source, target.address, later(600_000))).toMatchObject({ id, state: 'published' })
})

test('a page of 10 MB is read as far as 1 MB, packed or not', async () => {
  const much = 'x'.repeat(10_000_000)
  expect(await mention(page(link + much), target.address)).toMatchObject({ state: 'published' })
  expect(await mention(page(much + link), target.address)).toMatchObject({
    state: 'gone',
    failure: 'no-link',
  })
  const bomb = gzipSync(link + much)
  const packed = page((response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
  )
  expect(await mention(packed, target.address)).toMatchObject({ state: 'published' })
})

test('a page that comes a byte at a time is given up, tried again, and holds up no other', async () => {
  const slow = page((response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(drip))
  })
  const ended: string[] = []
  const dripping = mention(slow, target.address).finally(() => ended.push('slow'))
  const other = mention(page(link), target.address).finally(() => ended.push('other'))
  expect(await other).toMatchObject({ state: 'published' })
  expect(await dripping).toMatchObject({ state: 'waiting', failure: 'unreachable', attempts: 1 })
  expect(ended).toEqual(['other', 'slow'])
})
