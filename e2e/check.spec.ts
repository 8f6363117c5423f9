import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fillIn, GUEST, send } from './comment-form'
import { all, readDocument } from './documents'
import { expect, test } from './fixtures'
import { setPolicy } from './fixtures/discussions'
import { solve, takeTime } from './fixtures/proof'
import { postForm } from './forms'
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
  const challenged = page.waitForResponse('**/challenge')
  await page.getByLabel('Name').click()
  await challenged
  const time = takeTime()
  await expect(page.locator('input[name=proof]')).toHaveValue(/:\d+$/, { timeout: 45_000 })
  await time
  await fillIn(page, { ...GUEST, comment: 'With a little work' })
  expect((await send(page)).status).toBe(303)
  await expect(page.getByText('With a little work')).toBeVisible()
  expect(page.url()).toContain(path)
})

test('a form that is sent early waits for its work', async ({ page }) => {
  let answer = () => {}
  const sent = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/challenge', async (route) => {
    await sent
    await route.continue()
  })
  await page.goto(`${server.url}${path}`)
  await fillIn(page, { ...GUEST, comment: 'Before its work' })
  const posted = page.waitForRequest((request) => request.isNavigationRequest())
  const button = page.getByRole('button', { name: 'Post comment' })
  await button.click()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  answer()
  expect((await posted).postData()).toMatch(/name="proof"\r\n\r\n[\w.-]+:\d+\r\n/)
  await expect(page.getByText('Before its work')).toBeVisible()
})

test('whoever writes faster than people is held, whatever work was done', async () => {
  const html = await (await fetch(server.url + path)).text()
  const post = async (comment: string, proof: string) =>
    (await postForm(server.url + path, html, 'comment', { ...GUEST, comment, proof })).location
  const patient = await solve(server.url)
  const time = takeTime()
  expect(await post('In no time', await solve(server.url))).toMatch(/^\/comments\//)
  await time
  expect(await post('As people write', patient)).toMatch(/#comment-\d+$/)
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
