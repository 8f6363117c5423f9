import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { postForm } from './forms'
import { type RunningServer, startServer } from './server'

const list = z.object({
  items: z.array(z.object({ slug: z.string(), discussion: z.object({ state: z.string() }) })),
})

let dataDir: string
let servers: RunningServer[]

const masthead = (dataDir: string, ...command: string[]) =>
  execFileSync(process.execPath, ['build/cli.js', ...command], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir },
  })

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'masthead-two-'))
  servers = [await startServer(dataDir), await startServer(dataDir)]
  for (const [key, value] of [
    ['discussion.mode', 'open'],
    ['discussion.perAddressPerMinute', '0'],
    ['discussion.perArticlePerMinute', '0'],
  ] as const)
    masthead(dataDir, 'settings', 'set', key, value)
})
test.afterAll(async () => {
  for (const server of servers) await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const textOf = async (url: string) => (await fetch(url)).text()

test('of two servers on one database each shows at once what the other has taken', async () => {
  const urls = servers.map(({ url }) => url)
  const { items } = list.parse(await (await fetch(`${urls[0]}/api/articles`)).json())
  const open = items.find(({ discussion }) => discussion.state === 'open')
  const path = `/articles/${open?.slug}`
  for (const url of urls) await textOf(url + path)
  for (let round = 0; round < 20; round++) {
    const [taker = '', other = ''] = round % 2 === 0 ? urls : [...urls].reverse()
    const comment = `Said in round ${round}.`
    const fields = { name: 'Ada', email: 'ada@example.com', comment }
    const { status } = await postForm(taker + path, await textOf(taker + path), 'comment', fields)
    expect(status).toBe(303)
    expect(await textOf(other + path)).toContain(comment)
    expect(await textOf(taker + path)).toContain(comment)
  }
  expect((await fetch(urls[0] + path)).headers.get('server-timing')).toContain('hit')
})

test('what the command line changes is on the next page of both', async () => {
  const pages = servers.map(({ url }) => `${url}/articles`)
  for (const name of ['Newsroom One', 'Newsroom Two']) {
    await Promise.all(pages.map(textOf))
    masthead(dataDir, 'settings', 'set', 'site.tagline', name)
    for (const page of pages) expect(await textOf(page.replace(/articles$/, ''))).toContain(name)
  }
})

test('a server that is started again answers with what it had, but for what changed meanwhile', async () => {
  // no images, which are finished after the first start and change the pages that show them
  const site = { SITE_URL: 'http://masthead.test', STARTER: 'none' }
  const emptyDir = mkdtempSync(join(tmpdir(), 'masthead-again-'))
  const run = async <T>(visit: (url: string) => Promise<T>): Promise<T> => {
    const server = await startServer(emptyDir, site)
    try {
      return await visit(server.url)
    } finally {
      await server.stop()
    }
  }
  const how = async (url: string) => (await fetch(url)).headers.get('server-timing')
  try {
    await run(how)
    expect(await run(how)).toContain('hit')
    masthead(emptyDir, 'settings', 'set', 'site.tagline', 'Said while it was away')
    expect(await run(textOf)).toContain('Said while it was away')
  } finally {
    rmSync(emptyDir, { recursive: true, force: true })
  }
})

test('the process that scores goes with its server, whichever way that ends', async () => {
  const scoring = fork('build/score.worker.js', [join(dataDir, 'masthead.sqlite')])
  await once(scoring, 'message')
  const gone = once(scoring, 'exit')
  scoring.disconnect()
  expect(await gone).toEqual([0, null])
})
