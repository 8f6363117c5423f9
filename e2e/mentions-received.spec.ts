import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'
import { setPolicy } from './fixtures/discussions'
import { VECTORS } from './fixtures/payloads'
import { OWNER, type RunningServer, startServer } from './server'

// a site of its own: its worker reads pages of another site on this machine
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-mentions-'))
const pages = new Map<string, string>()
let peer: Server
let server: RunningServer
let article: string

const list = z.object({
  items: z.array(
    z.object({ slug: z.string(), discussion: z.object({ takes: z.object({ mentions: z.boolean() }) }) }),
  ),
})

test.beforeAll(async () => {
  peer = createServer((req, res) => {
    const page = pages.get(req.url ?? '')
    if (page === undefined) res.writeHead(410).end()
    else res.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  server = await startServer(dataDir, { NET_ALLOW_LOOPBACK: '1' })
  const { items } = list.parse(await (await fetch(`${server.url}/api/articles`)).json())
  article = `${server.url}/articles/${items.find(({ discussion }) => discussion.takes.mentions)?.slug}`
})
test.afterAll(async () => {
  await server.stop()
  peer.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Sends a mention as another site does; gives the address of its status. */
async function send(path: string): Promise<string> {
  const source = `http://127.0.0.1:${(peer.address() as AddressInfo).port}${path}`
  const sent = await fetch(`${server.url}/webmention`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: new URLSearchParams({ source, target: article }),
  })
  expect(sent.status).toBe(202)
  return sent.headers.get('location') ?? ''
}

const statusAt = async (address: string) => {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  return z.object({ status: z.string() }).parse(await answer.json()).status
}

test('a mention from elsewhere waits for approval, is shown, follows its page, and goes with it', async ({
  page,
  noScript,
}) => {
  const link = `<a href="${article}">a clear piece on this</a>`
  pages.set('/notes', `<title>Notes of the week</title><p>There is ${link}, and it is short.</p>`)
  const head = await fetch(article, { method: 'HEAD' })
  expect(head.headers.get('link')).toContain(`<${server.url}/webmention>; rel="webmention"`)
  const status = await send('/notes')
  await expect.poll(() => statusAt(status)).toBe('held')

  await page.goto(`${server.url}/sign-in?to=/dashboard/discussion/mentions`)
  await page.getByLabel('Email').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Mentions', exact: true })).toBeVisible()
  await expectAccessible(page)
  const item = page.getByRole('article')
  await item.getByRole('button', { name: 'Approve' }).click()
  await expect(item.getByText('Approved. Readers see it now.')).toBeVisible()
  await item.getByRole('button', { name: 'Undo' }).click()
  await expect(item.getByText('It is held again.')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('They act on the mention')
  await page.keyboard.press('Escape')
  await item.focus()
  await page.keyboard.press('a')
  await expect(item.getByText('Approved. Readers see it now.')).toBeVisible()

  const reader = await noScript.newPage()
  await reader.goto(article)
  await expect(reader.getByRole('heading', { name: /· 1 mention$/ })).toBeVisible()
  const shown = reader.getByRole('complementary', { name: 'Mentioned in' })
  await expect(shown).toContainText('There is a clear piece on this, and it is short.')
  await expect(shown.getByRole('link', { name: 'Notes of the week' })).toHaveAttribute('rel', /nofollow ugc/)
  expect(await statusAt(status)).toBe('published')

  pages.set('/notes', `<title>Notes, mended</title><p>There is ${link}.</p>`)
  await page.goto(`${server.url}/dashboard/discussion/mentions?state=published`)
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(async () => {
    await reader.reload()
    expect(await shown.getByRole('link', { name: 'Notes, mended' }).count()).toBe(1)
  }).toPass()

  pages.delete('/notes')
  await page.reload()
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect.poll(() => statusAt(status)).toBe('gone')
  await reader.reload()
  await expect(reader.getByRole('heading', { name: /comments$/ })).toBeVisible()
  await reader.goto(status)
  await expect(reader.getByText('The source is not there.')).toBeVisible()
})

test.describe('by hand', () => {
  test.use({ expectedErrors: [/status of 422/] })
  test('people send a mention, and get back what was no address', async ({ noScript }) => {
    const page = await noScript.newPage()
    await page.goto(`${server.url}/webmention`)
    await page.getByLabel('Your page').fill('my page')
    await page.getByLabel('Our article').fill(article)
    await page.getByRole('button', { name: 'Send the mention' }).click()
    await expect(page.getByText('The source is no address on the web.')).toBeVisible()
    await expect(page.getByLabel('Our article')).toHaveValue(article)
    await page
      .getByLabel('Your page')
      .fill(`http://127.0.0.1:${(peer.address() as AddressInfo).port}/by-hand`)
    await page.getByRole('button', { name: 'Send the mention' }).click()
    await expect(page).toHaveURL(/\/webmention\/[\w-]+\.[\w-]+$/)
  })
})

const post = (path: string, body: string | URLSearchParams, type?: string) =>
  fetch(server.url + path, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })

test('what is wrong with a mention is said by status and by fault', async () => {
  const at = (path: string) => `http://127.0.0.1:${(peer.address() as AddressInfo).port}${path}`
  for (const path of ['/pings', '/pings-again']) pages.set(path, `<p>See <a href="${article}">this</a>.`)
  pages.set('/silent', '<p>See nothing.')

  const webmention = async (source: string, target: string) =>
    (await post('/webmention', new URLSearchParams({ source, target }))).status
  expect(await webmention('mailto:a@b.example', article)).toBe(400)
  expect(await webmention(article, `${article}#part`)).toBe(400)
  expect(await webmention(`${server.url}/about`, article)).toBe(400)
  expect(await webmention(at('/pings'), 'https://elsewhere.example/')).toBe(400)
  expect(await webmention(at('/pings'), `${server.url}/articles/nothing-there`)).toBe(400)
  expect(await webmention(at('/pings'), server.url)).toBe(400)
  expect((await post('/webmention', '{}', 'application/json')).status).toBe(415)

  const call = async (xml: string) => (await post('/pingback', xml, 'text/xml')).text()
  const ping = async (source: string, target: string, method = 'pingback.ping') => {
    const params = [source, target].map((each) => `<param><value><string>${each}</string></value></param>`)
    const answer = await call(
      `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params.join('')}</params></methodCall>`,
    )
    const fault = /<name>faultCode<\/name><value><int>(-?\d+)</.exec(answer)?.[1]
    if (fault === undefined) expect(answer).toMatch(/<params><param><value><string>[^<]+<\/string>/)
    return fault === undefined ? 'taken' : Number(fault)
  }
  const asked = [
    ping(at('/pings'), article),
    ping(at('/not-there'), article),
    ping(at('/silent'), article),
    ping(at('/pings-again'), `${server.url}/articles/nothing-there`),
    ping(at('/pings-again'), server.url),
    ping(`${server.url}/about`, article),
    ping('http://127.0.0.1:1/', article),
    ping(at('/pings-again'), article, 'system.listMethods'),
  ]
  expect(await Promise.all(asked)).toEqual(['taken', 16, 17, 32, 33, 49, 50, -32601])
  expect(await ping(at('/pings'), article)).toBe(48)
  expect(await call('no call')).toContain('<int>0</int>')
})

test('where mentions are taken is said on the page, and only while they are', async () => {
  const read = async () => {
    const { headers, text } = await fetch(article).then(async (page) => ({
      headers: page.headers,
      text: await page.text(),
    }))
    const advertised = [headers.get('link'), text].map((each) => each?.includes('rel="webmention"') ?? false)
    // the pattern of Pingback 1.0, 2.3
    const pingback = /<link rel="pingback" href="([^"]+)" ?\/?>/.exec(text)?.[1] ?? null
    return { advertised, pingback: [headers.get('x-pingback'), pingback] }
  }
  const address = `${server.url}/pingback`
  expect(await read()).toEqual({ advertised: [true, true], pingback: [address, address] })
  await setPolicy({ 'discussion.mentions': 'never' }, dataDir)
  expect(await read()).toEqual({ advertised: [false, false], pingback: [null, null] })
  const sent = await post(
    '/webmention',
    new URLSearchParams({ source: 'https://a.example/', target: article }),
  )
  expect([sent.status, await sent.text()]).toEqual([400, 'This article takes no mentions.\n'])
  await setPolicy({ 'discussion.mentions': 'while-open' }, dataDir)
})

test('nothing that a page says of itself runs here', async ({ newContext }) => {
  await setPolicy({ 'discussion.mentionMode': 'open' }, dataDir)
  // a few at once is what another site is asked for
  const hostile = [...VECTORS.keys()].filter((at) => at % 9 === 0)
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const statuses = await Promise.all(
    hostile.map((at) => {
      const bad = escaped(`${VECTORS[at]} ${VECTORS[at + 1] ?? ''}`)
      const verb = at % 2 === 0 ? 'u-in-reply-to' : 'u-url'
      pages.set(
        `/hostile-${at}`,
        `<title>${bad}</title><body><article class="h-entry"><a class="${verb}" href="${article}">x</a>
        <p class="p-author h-card"><b class="p-name">${bad}</b><a class="u-url" href="${bad}"></a>
        <img class="u-photo" src="${bad}"></p><h1 class="p-name">${bad}</h1>
        <div class="e-content">${bad} ${VECTORS[at]} <a href="${article}">${bad}</a></div></article>`,
      )
      return send(`/hostile-${at}`)
    }),
  )
  await expect.poll(async () => (await Promise.all(statuses.map(statusAt))).includes('waiting')).toBe(false)
  const context = await newContext({ bypassCSP: true })
  const page = await context.newPage()
  const hits: string[] = []
  await page.exposeFunction('hit', () => hits.push(page.url()))
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => hits.push(dialog.message())))
  for (const address of [article, `${article}/mentions`]) {
    await page.goto(address)
    const foreign = page.locator(
      'a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i], iframe, object, form[action^="j"]',
    )
    await expect(foreign).toHaveCount(0)
    await expect(page.locator('img[src*="hit"]')).toHaveCount(0)
  }
  expect(hits).toEqual([])
  expect((await (await fetch(article)).text()).includes('<script>hit()')).toBe(false)
})

test('a reply from elsewhere stands in the discussion with its source, and is no comment', async ({
  noScript,
}) => {
  await setPolicy({ 'discussion.mentionMode': 'open' }, dataDir)
  pages.set(
    '/answer',
    `<div class="h-entry"><a class="u-in-reply-to" href="${article}"></a><p class="e-content">Quite so.</p>
    <a class="p-author h-card" href="/ann">Ann Elsewhere</a></div>`,
  )
  const status = await send('/answer')
  await expect.poll(() => statusAt(status)).toBe('published')
  const page = await noScript.newPage()
  await page.goto(article)
  await expect(page.getByRole('heading', { name: /comments? · \d+ mentions?$/ })).toBeVisible()
  const reply = page
    .getByRole('region', { name: 'Replies from elsewhere' })
    .getByRole('article', { name: /^Reply by Ann Elsewhere on 127\.0\.0\.1:\d+$/ })
  await expect(reply).toContainText('Quite so.')
  await expect(reply.locator('a[href$="/answer"]').first()).toBeVisible()
})
