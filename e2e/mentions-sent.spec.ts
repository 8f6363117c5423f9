import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'
import { setPolicy } from './fixtures/discussions'
import { endLeases, publishLinking, relink, startListener, unpublish } from './fixtures/linking'
import { OWNER, type RunningServer, startServer } from './server'

// a site of its own: its worker tells a site on this machine
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-mentions-sent-'))
let peer: Awaited<ReturnType<typeof startListener>>
let server: RunningServer

test.beforeAll(async () => {
  peer = await startListener(150)
  server = await startServer(dataDir, { NET_ALLOW_LOOPBACK: '1' })
})
test.afterAll(async () => {
  await server.stop()
  peer.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const told = (target: string) => peer.told('/heard').filter((fields) => fields.target === target)

test('a site that an article links to hears of it once, and that the link is gone', async ({ page }) => {
  const target = peer.page('first')
  const { id, slug } = await publishLinking('What we read', [target], dataDir)
  const source = `${server.url}/articles/${slug}`
  await expect.poll(() => told(target)).toEqual([{ source, target }])

  await page.goto(`${server.url}/sign-in?to=/dashboard/articles/${id}`)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const links = page.getByRole('list', { name: 'Mentions of other sites' })
  await expect(links).toContainText(/Sent .* by webmention/)
  await links.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => told(target)).toHaveLength(2)

  await relink(id, ['/about'], dataDir)
  await expect.poll(() => told(target)).toHaveLength(3)
  expect(await (await page.request.get(source)).text()).not.toContain(target)
  // its answer is noted a moment after it was heard
  await expect(async () => {
    await page.goto(`${server.url}/dashboard/discussion/mentions/sent?state=gone`)
    const withdrawn = page.getByRole('list', { name: 'Withdrawn' })
    expect(await withdrawn.filter({ hasText: 'that the link is gone' }).count()).toBe(1)
  }).toPass()
  await expectAccessible(page)

  await unpublish(id, dataDir)
  expect((await page.request.get(source)).status()).toBe(410)
  expect(told(target)).toHaveLength(3)
})

test('sites that answer each mention with a mention come to an end', async ({ request }) => {
  const { target, answered } = peer.echo
  await setPolicy({ 'discussion.mentionMode': 'open' }, dataDir)
  const { slug } = await publishLinking('There and back', [target], dataDir)
  await expect.poll(() => answered).toHaveLength(1)
  const isShown = async () => (await request.get(answered[0] ?? '')).text()
  await expect.poll(isShown).toContain('Your mention is shown')
  expect(await (await request.get(`${server.url}/articles/${slug}`)).text()).toContain(target)
  // whatever showing it leaves to be told is told before what is published afterwards
  const after = peer.page('afterwards')
  await publishLinking('Afterwards', [after], dataDir)
  await expect.poll(() => told(after)).toHaveLength(1)
  expect(peer.told('/echoed')).toHaveLength(1)
  expect(answered).toHaveLength(1)
})

test('after a power cut in the middle each site is told once', async () => {
  const targets = Array.from({ length: 24 }, (_, n) => peer.page(`cut-${n}`))
  await publishLinking('Many links', targets, dataDir)
  const counts = () => targets.map((target) => told(target).length)
  await expect.poll(() => counts().filter((count) => count > 0).length).toBeGreaterThan(6)
  await server.kill()
  expect(counts()).toContain(0)

  await endLeases(dataDir)
  server = await startServer(dataDir, { NET_ALLOW_LOOPBACK: '1' })
  await expect.poll(() => Math.min(...counts()), { timeout: 40_000 }).toBe(1)
  expect(counts()).toEqual(targets.map(() => 1))
})
