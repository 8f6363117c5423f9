import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db, transact } from '@/db/client'
import { begin, lease } from '@/db/outgoing-queue'
import * as publishing from '@/db/publishing'
import { jobs } from '@/db/schema/jobs'
import { outgoingMentions } from '@/db/schema/outgoing'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import { html, status } from './peer-fixture'
import { listRows, now, rowOf, send, startTelling } from './telling-fixture'

freshDatabase()

const { owner, peer, takes, publish } = await startTelling()
afterAll(() => peer.close())
beforeEach(async () => {
  peer.visits.length = 0
  await transact((tx) => tx.delete(outgoingMentions))
})

describe('what does not work', () => {
  test.each([
    ['a page that wants to hear nothing', html('<p>Hello'), { state: 'none', reason: '' }],
    ['a page that is not there', status(404), { state: 'none', reason: 'page', status: 404 }],
    ['a page that has trouble', status(503), { state: 'due', reason: 'page', status: 503, tries: 1 }],
    [
      'an endpoint that refuses',
      html('<a rel=webmention href=/no>'),
      { state: 'failed', reason: 'refused', status: 400 },
    ],
    [
      'an endpoint that has trouble',
      html('<a rel=webmention href=/bad>'),
      { state: 'due', reason: 'refused', status: 500 },
    ],
    ['an endpoint that is too busy', html('<a rel=webmention href=/busy>'), { state: 'due', status: 429 }],
    [
      'an endpoint that is no address',
      html('<a rel=webmention href=mailto:a@b.example>'),
      { state: 'failed', reason: 'address' },
    ],
    [
      'an endpoint in a private network',
      html('<a rel=webmention href=http://10.0.0.1/>'),
      { state: 'failed', reason: 'address' },
    ],
    [
      'a page that leads into one',
      status(302, { location: 'http://[fd00::1]/' }),
      { state: 'failed', reason: 'address' },
    ],
    ['an endpoint that hangs up', html('<a rel=webmention href=/cut>'), { state: 'due', reason: 'network' }],
  ])('%s', async (_what, answer, row) => {
    Object.assign(peer.answers, {
      '/trouble': answer,
      '/no': status(400),
      '/bad': status(500),
      '/busy': status(429, { 'retry-after': '7200' }),
      '/cut': (res: { destroy: () => void }) => res.destroy(),
    })
    await publish(`${peer.origin}/trouble`)
    await send()
    expect(await rowOf(`${peer.origin}/trouble`)).toMatchObject(row)
  })

  test('is tried again later, longer where that is asked for, and not for ever', async () => {
    const { target } = takes(503, { 'retry-after': '7200' })
    await publish(target)
    await send()
    const first = await rowOf(target)
    expect((first?.dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_000_000)
    for (let tries = 1; tries < 8; tries++) {
      await transact((tx) => tx.update(outgoingMentions).set({ dueAt: now }))
      await send()
    }
    expect(await rowOf(target)).toMatchObject({ state: 'failed', tries: 8, dueAt: null })
  })

  test('leaves a job for the time at which it is tried again', async () => {
    const { target } = takes(500)
    await publish(target)
    // as the worker does that has it in hand
    await transact((tx) => tx.delete(jobs))
    await send()
    const left = (await db().select().from(jobs)).find(({ kind }) => kind === 'send-mentions')
    expect(left?.dueAt).toEqual((await rowOf(target))?.dueAt)
  })
})

describe('while nothing is sent', () => {
  test.each([
    ['on a staging copy', { 'site.staging': 'on' }, { 'site.staging': 'off' }],
    ['because it is switched off', { 'mentions.sending': 'off' }, { 'mentions.sending': 'on' }],
  ])('what is published waits: %s', async (_why, off, on) => {
    const { target, endpoint } = takes(202)
    await settings.set(owner, off, now)
    await publish(target)
    await send()
    expect(peer.visits).toEqual([])
    expect(await rowOf(target)).toMatchObject({ state: 'due', tries: 0 })
    await settings.set(owner, on, now)
    await send()
    expect(peer.told(endpoint)).toHaveLength(1)
  })
})

describe('a program that ends in the middle', () => {
  const take = (at: Date) => lease(at, { leaseMs: 1_000, limit: 9, perHost: 9, busy: [] })

  test('before anything was said: it is said afterwards', async () => {
    const { target, endpoint } = takes(202)
    await publish(target)
    await take(now)
    await send()
    expect(peer.told(endpoint)).toHaveLength(1)
  })

  test('between saying and hearing: it is not said again, and the desk says what is not known', async () => {
    const { target, endpoint } = takes(202)
    await publish(target)
    const [mention] = await take(now)
    if (!mention) throw new Error('Nothing was due')
    expect(await begin(mention, 'http://127.0.0.1:3000/articles/x')).toBe(true)
    await send()
    expect(peer.told(endpoint)).toEqual([])
    expect(await rowOf(target)).toMatchObject({ state: 'sent', reason: 'unheard', begun: null })
  })

  test('what is to be told otherwise meanwhile is not begun', async () => {
    const { target } = takes(202)
    const { id } = await publish(target)
    const [mention] = await take(now)
    if (!mention) throw new Error('Nothing was due')
    await publishing.unpublish(owner, id, now)
    expect(await begin(mention, 'http://127.0.0.1:3000/articles/x')).toBe(false)
    expect(await rowOf(target)).toBeUndefined()
  })
})

test('many links to one host are told a few at once, each once', async () => {
  let atOnce = 0
  let most = 0
  const targets = Array.from({ length: 12 }, (_, n) => `${peer.origin}/slow?${n}`)
  peer.answers['/slow'] = html('', { link: '</slow-wm>; rel=webmention' })
  peer.answers['/slow-wm'] = (res) => {
    most = Math.max(most, ++atOnce)
    setTimeout(() => {
      atOnce--
      res.writeHead(202).end()
    }, 15)
  }
  const { id } = await publish(...targets)
  await send()
  expect(
    peer
      .told('/slow-wm')
      .map(({ target }) => target)
      .sort(),
  ).toEqual([...targets].sort())
  expect(most).toBeLessThanOrEqual(2)
  const rows = (await listRows()).filter(({ articleId, state }) => articleId === id && state === 'sent')
  expect(rows).toHaveLength(12)
})
