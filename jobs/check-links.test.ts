import { afterAll, expect, test } from 'vitest'
import { db, transact } from '@/db/client'
import * as editing from '@/db/editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff } from '@/db/fixtures'
import { lease, linkStates } from '@/db/outside-links'
import * as publishing from '@/db/publishing'
import { outsideLinks } from '@/db/schema/outside-links'
import { getWork } from '@/db/score-work'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import { checkLinks } from './check-links'
import { html, startPeer, status } from './mentions/peer-fixture'

freshDatabase()

const owner = await makeStaff('owner')
// the worker has the clock of the machine
const now = new Date()
const peer = await startPeer({
  '/page': html('Hello'),
  '/gone': status(410),
  '/moved': status(301, { location: '/page' }),
  '/for-now': status(302, { location: '/page' }),
  '/whole': (res, { method }) => res.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/no-robots': status(403),
  '/trouble': status(500),
})
afterAll(() => peer.close())

const site = { siteUrl: new URL('http://127.0.0.1:3000'), allowsLoopback: true }
const check = () => checkLinks(site)
const at = (path: string) => `${peer.origin}${path}`
const linking = (...hrefs: string[]) => documentOf(...hrefs.map((href): [string, string] => ['here', href]))
const stateOf = async (href: string) => (await linkStates([href])).get(href)

test('the links of a draft are looked at, and again by the page where the head is refused', async () => {
  const paths = ['/page', '/gone', '/moved', '/for-now', '/whole', '/no-robots', '/trouble', '/nowhere']
  await makeDraft(
    owner,
    { document: linking(...paths.map(at), '/articles/ours', 'mailto:a@example.com') },
    now,
  )
  await check()
  expect(Object.fromEntries(await linkStates([...paths.map(at), 'https://other.example/']))).toEqual({
    [at('/page')]: { state: 'ok' },
    [at('/gone')]: { state: 'broken' },
    [at('/moved')]: { state: 'moved', to: at('/page') },
    [at('/for-now')]: { state: 'ok' },
    [at('/whole')]: { state: 'ok' },
    [at('/no-robots')]: { state: 'unknown' },
    [at('/trouble')]: { state: 'unknown' },
    [at('/nowhere')]: { state: 'broken' },
    'https://other.example/': { state: 'unknown' },
  })
  expect(peer.visits.filter(({ url }) => url === '/page')).not.toContainEqual(
    expect.objectContaining({ method: 'GET' }),
  )
})

test('what was seen is believed for a week, however often it is saved', async () => {
  const id = await makeDraft(owner, { document: linking(at('/page')) }, now)
  await editing.saveDraft(owner, id, await draftOf(id, { document: linking(at('/page'), at('/gone')) }), now)
  const before = peer.visits.length
  await check()
  expect(peer.visits).toHaveLength(before)
  await transact((tx) => tx.update(outsideLinks).set({ dueAt: now }))
  await check()
  expect(peer.visits.length).toBeGreaterThan(before)
})

test('a page in trouble is broken when it still is after some days', async () => {
  for (let looks = 0; looks < 4; looks++) {
    await transact((tx) => tx.update(outsideLinks).set({ dueAt: now }))
    await check()
  }
  expect(await stateOf(at('/trouble'))).toEqual({ state: 'broken' })
})

test('what no article has any more is forgotten after a month, and what readers see is not', async () => {
  const { id } = await makePublished(owner, now, { document: linking(at('/public')) })
  await makeDraft(owner, { document: linking(at('/dropped')) }, now)
  const long = new Date(now.getTime() - 40 * 86_400_000)
  await transact((tx) => tx.update(outsideLinks).set({ dueAt: long, wantedAt: long }))
  await lease(now, { leaseMs: 1_000, limit: 0, busy: [] })
  expect((await db().select().from(outsideLinks)).map(({ href }) => href)).toEqual([at('/public')])
  await publishing.unpublish(owner, id, now)
  await lease(now, { leaseMs: 1_000, limit: 0, busy: [] })
  expect(await db().$count(outsideLinks)).toBe(0)
})

test('a staging copy asks nobody, and a site on its own machine nobody elsewhere', async () => {
  await makeDraft(owner, { document: linking(at('/new'), 'https://peer.example/') }, now)
  await settings.set(owner, { 'site.staging': 'on' }, now)
  await check()
  expect(peer.visits.filter(({ url }) => url === '/new')).toEqual([])
  await settings.set(owner, { 'site.staging': 'off' }, now)
  await check()
  expect(await stateOf('https://peer.example/')).toEqual({ state: 'unknown' })
})

test('an article is scored again when one of its links turns out to be broken', async () => {
  const { id } = await makePublished(owner, now, { document: linking(at('/gone?once')) })
  const marked = async () => (await getWork(id))?.mark ?? 0
  const before = await marked()
  await check()
  expect(await marked()).toBe(before + 1)
})
