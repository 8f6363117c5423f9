import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { transact } from '@/db/client'
import { Commits } from '@/db/commits'
import { freshDatabase } from '@/db/testing'
import { touches, tracks } from '@/db/touches'
import { Documents } from './documents'
import { WarmUp } from './warm-up'

const commits = new Commits(freshDatabase())
const write = (...tags: string[]) => transact((tx) => touches(tx, ...tags))

/** A site whose every page depends on its settings, and a warm-up beside it. */
function site(page: (path: string) => Promise<string> | string = (path) => path) {
  const rendered: string[] = []
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    rendered.push(path)
    tracks('settings', `page:${path}`)
    const html = await page(path)
    response.setHeader('content-type', 'text/html').end(html)
  }
  const documents = new Documents({
    handle,
    commits,
    secure: false,
    maxBytes: 10_000_000,
    onError: () => {},
    onManyStale: () => warmUp.changed(),
  })
  const warmUp = new WarmUp({
    get: (key) => documents.get(key, {}, Date.now()),
    mostReadStale: (besides) => documents.mostReadStale(besides),
    isAwaited: () => documents.isAwaited,
    pauseMs: 5,
  })
  const read = async (path: string) => (await documents.get(path, {}, Date.now())).how
  return { documents, warmUp, rendered, read }
}

test('after a change to the whole site what is read most is rendered first', async () => {
  const { warmUp, rendered, read } = site()
  for (let i = 0; i < 12; i++) for (let reads = 0; reads <= i; reads++) await read(`/${i}`)
  rendered.length = 0
  await write('settings')
  // a commit is noticed with the next request
  await read('/0')
  await expect.poll(() => rendered.length).toBe(12)
  expect(rendered).toEqual(['/0', ...Array.from({ length: 11 }, (_, i) => `/${11 - i}`)])
  expect(await read('/11')).toBe('hit')
  await warmUp.stop()
})

test('a change to one page is left to its readers', async () => {
  const { warmUp, rendered, read } = site()
  for (let i = 0; i < 12; i++) await read(`/${i}`)
  rendered.length = 0
  await write('page:/3', 'page:/4')
  await read('/0')
  await sleep(60)
  expect(rendered).toEqual([])
  await warmUp.stop()
})

test('at start the home page and what it leads to are rendered', async () => {
  const { warmUp, rendered, read } = site((path) =>
    path === '/'
      ? '<a href="/articles">All</a><a href="/articles/one">One</a><a href="/articles/one">again</a>' +
        '<a href="/sign-in?to=/x">In</a><a href="https://example.com/">Out</a><a href="//example.com/">Out</a>' +
        '<a href="/feed.xml">Feed</a><a href="#content">Down</a>'
      : path,
  )
  await warmUp.started()
  expect(rendered).toEqual(['/', '/articles', '/articles/one'])
  expect(await read('/articles/one')).toBe('hit')
})

test('nobody waits behind it: it rests while a render is awaited, and renders one at a time', async () => {
  let rendering = 0
  let most = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const { warmUp, rendered, read } = site(async (path) => {
    most = Math.max(most, ++rendering)
    if (path === '/slow') await gate
    else await sleep(3)
    rendering--
    return path
  })
  for (let i = 0; i < 12; i++) await read(`/${i}`)
  const slow = read('/slow')
  await write('settings')
  rendered.length = most = 0
  void read('/0')
  await sleep(60)
  expect(rendered).toEqual(['/0'])
  open()
  await slow
  rendering = most = 0
  await expect.poll(() => rendered.length).toBeGreaterThanOrEqual(12)
  expect(most).toBe(1)
  await warmUp.stop()
})

test('it is bounded, passes over a page that fails, gives up where many do, and stops when told', async () => {
  let broken = false
  let breaks = ''
  const { warmUp, rendered, read } = site((path) => {
    if (broken || path === breaks) throw new Error('broken')
    return path
  })
  for (let i = 0; i < 230; i++) await read(`/${i}`)
  rendered.length = 0
  await write('settings')
  await read('/0')
  await expect.poll(() => rendered.length, { timeout: 10_000 }).toBe(201)
  await sleep(60)
  expect(rendered).toHaveLength(201)
  breaks = '/0'
  rendered.length = 0
  await write('settings')
  await read('/1')
  await expect.poll(() => rendered.length, { timeout: 10_000 }).toBeGreaterThan(100)
  broken = true
  rendered.length = 0
  await write('settings')
  expect(await read('/0')).toBe('stale')
  await sleep(60)
  expect(rendered.length).toBeLessThanOrEqual(4)
  broken = false
  await write('settings')
  await read('/0')
  await warmUp.stop()
  rendered.length = 0
  await sleep(60)
  expect(rendered).toEqual([])
})
