import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fillIn, GUEST, send } from './comment-form'
import { all, readDocument } from './documents'
import { expect, test } from './fixtures'
import { setPolicy } from './fixtures/discussions'
import { type RunningServer, startServer } from './server'

// a site of its own: the check would hold what other tests post
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-check-'))
let server: RunningServer
let path: string

test.beforeAll(async () => {
  server = await startServer(dataDir)
  await setPolicy({ 'discussion.mode': 'open', 'discussion.check': 'on' }, dataDir)
  const listed = (await (await fetch(`${server.url}/api/articles`)).json()) as {
    items: { slug: string; discussion: { state: string } }[]
  }
  path = `/articles/${listed.items.find(({ discussion }) => discussion.state === 'open')?.slug}`
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a browser does its work while a comment is typed, and the comment appears at once', async ({
  page,
}) => {
  await page.goto(`${server.url}${path}`)
  await page.getByLabel('Name').click()
  // nobody writes faster
  await expect(page.locator('input[name=proof]')).toHaveValue(/:\d+$/, { timeout: 30_000 })
  const begun = await page.evaluate(() => performance.now())
  await page.waitForFunction((since) => performance.now() - since > 3_100, begun)
  await fillIn(page, { ...GUEST, comment: 'With a little work' })
  expect((await send(page)).status).toBe(303)
  await expect(page.getByText('With a little work')).toBeVisible()
  expect(page.url()).toContain(path)
})

test('whoever writes faster than people is held, and a form that is sent early waits for its work', async ({
  page,
}) => {
  await page.goto(`${server.url}${path}`)
  await fillIn(page, { ...GUEST, comment: 'In no time' })
  expect((await send(page)).status).toBe(303)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is waiting for an editor')
})

test('without JavaScript a comment is held and not refused', async ({ noScript }) => {
  const page = await noScript.newPage()
  await page.goto(`${server.url}${path}`)
  await fillIn(page, { ...GUEST, comment: 'Without a script' })
  expect((await send(page)).status).toBe(303)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is waiting for an editor')
})

test('only the pages with a form run the module, and only while the site says so', async () => {
  const scripts = async (address: string) => {
    const document = await readDocument(`${server.url}${address}`)
    const policy = document.headers.get('content-security-policy') ?? ''
    return {
      run: all(document, 'script', { type: 'module' }).map(({ attributes }) => attributes['src']),
      allowed: /script-src ([^;]+)/.exec(policy)?.[1],
    }
  }
  expect(await scripts(path)).toEqual({ run: ['/comment-check.js'], allowed: "'self'" })
  expect(await scripts('/articles')).toEqual({ run: [], allowed: "'none'" })
  const module = await (await fetch(`${server.url}/comment-check.js`)).text()
  expect(gzipSync(module).length).toBeLessThan(3_000)
  await setPolicy({ 'discussion.check': 'off' }, dataDir)
  expect(await scripts(path)).toEqual({ run: [], allowed: "'none'" })
  expect((await fetch(`${server.url}/challenge`, { method: 'POST' })).status).toBe(404)
})
