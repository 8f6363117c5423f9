import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { expectAccessible } from './accessible'
import { discussion, fillIn, GUEST, send } from './comment-form'
import { expect, test } from './fixtures'
import { setPolicy } from './fixtures/discussions'
import { OWNER, type RunningServer, startServer } from './server'

const KEY = 'sesame-e2e-0123'

// a site of its own: its worker asks a service on this machine
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-akismet-'))
const asked: URLSearchParams[] = []
let service: Server
let server: RunningServer
let article: string

test.beforeAll(async () => {
  service = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      const form = new URLSearchParams(body)
      asked.push(form)
      res.end(String(form.get('comment_content')?.includes('pills')))
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  server = await startServer(dataDir, { NET_ALLOW_LOOPBACK: '1' })
  await setPolicy({ 'discussion.mode': 'open' }, dataDir)
  const list = z.object({
    items: z.array(z.object({ slug: z.string(), discussion: z.object({ state: z.string() }) })),
  })
  const { items } = list.parse(await (await fetch(`${server.url}/api/articles`)).json())
  article = `${server.url}/articles/${items.find((each) => each.discussion.state === 'open')?.slug}`
})
test.afterAll(async () => {
  await server.stop()
  service.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the owner sets a key, and what guests write is published or spam by the answer', async ({
  page,
  newContext,
}) => {
  await page.goto(`${server.url}/sign-in?to=/dashboard/discussion/rules`)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const group = page.getByRole('region', { name: 'Akismet' })
  await group.getByLabel('Key', { exact: true }).fill(KEY)
  await group.getByLabel('Address of the service').fill('http://service.example')
  await group.getByRole('button', { name: 'Save' }).click()
  await expect(group.getByText('Begin with https://')).toBeVisible()
  await group.getByLabel('Key', { exact: true }).fill(KEY)
  const { port } = service.address() as AddressInfo
  await group.getByLabel('Address of the service').fill(`http://127.0.0.1:${port}`)
  await group.getByRole('button', { name: 'Save' }).click()
  await expect(group.getByText('One is stored.')).toBeVisible()
  await expectAccessible(page)
  expect(await (await page.request.get(`${server.url}/dashboard/discussion/rules`)).text()).not.toContain(KEY)

  const guest = await (await newContext({ javaScriptEnabled: false })).newPage()
  for (const comment of ['Buy my pills', 'Well observed']) {
    await guest.goto(article)
    await fillIn(guest, { ...GUEST, comment })
    expect((await send(guest)).status).toBe(303)
  }
  await expect(async () => {
    await guest.goto(article)
    expect(await discussion(guest).getByText('Well observed').count()).toBe(1)
  }).toPass()
  await expect(discussion(guest).getByText('Buy my pills')).toHaveCount(0)
  expect(asked.map((form) => form.get('comment_content'))).toEqual(
    expect.arrayContaining(['Buy my pills', 'Well observed']),
  )
  expect(asked.every((form) => form.get('api_key') === KEY && form.get('permalink') === article)).toBe(true)
  await page.goto(`${server.url}/dashboard/discussion?state=spam`)
  await expect(page.getByRole('article').filter({ hasText: 'pills' })).toContainText('Akismet calls it spam')
  expect(server.log()).not.toContain(KEY)

  await page.goto(`${server.url}/dashboard/discussion/rules`)
  await group.getByLabel('Forget the key').check()
  await group.getByRole('button', { name: 'Save' }).click()
  await expect(group.getByText('Empty: nobody is asked')).toBeVisible()
})
