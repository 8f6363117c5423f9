import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from './accessible'
import { all, expectFindable, expectFinished, readDocument } from './documents'
import { expect, test } from './fixtures'
import { ARTICLE, LATER_PAGE, PAGES } from './fixtures/pages'
import { spoilSections } from './fixtures/spoil'
import { makeColleague } from './fixtures/staff'
import { startServer } from './server'

const MISSING = [
  '/nowhere',
  '/articles/nothing',
  '/topics/nothing',
  '/authors/nobody',
  '/a/b/c',
  '/errors/500',
  '/media',
]

test.describe('finished documents', () => {
  for (const path of PAGES)
    test(`${path} is complete and findable by plain HTTP`, async ({ baseURL }) => {
      const document = await readDocument(`${baseURL}${path}`)
      expect(document.status).toBe(200)
      expectFinished(document)
      expectFindable(document, `${baseURL}${path === '/' ? '' : path}`)
    })

  for (const path of MISSING)
    test(`${path} says in full that there is nothing`, async ({ baseURL }) => {
      const document = await readDocument(`${baseURL}${path}`)
      expect(document.status).toBe(404)
      expectFinished(document)
      expect(all(document, 'h1')[0]?.text).toBe('Not found')
      expect(all(document, 'meta', { name: 'robots' })[0]?.attributes['content']).toContain('noindex')
      expect(all(document, 'a', { href: '/articles' }).length).toBeGreaterThan(0)
    })

  test('a page that cannot be rendered is answered with a finished error document', async ({}, testInfo) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'masthead-spoilt-'))
    const server = await startServer(dataDir)
    try {
      await expect.poll(async () => (await fetch(`${server.url}/`)).status).toBe(200)
      await spoilSections(dataDir)
      const document = await readDocument(`${server.url}/articles`)
      expect(document.status).toBe(500)
      expectFinished(document)
      expect(document.html).not.toContain('__next_error__')
    } finally {
      await server.stop()
      await testInfo.attach('server.log', { body: server.log() })
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  test('the fonts of the first screen are named before the style sheets are read', async ({ baseURL }) => {
    const { headers } = await readDocument(`${baseURL}${ARTICLE}`)
    const fonts = [...(headers.get('link') ?? '').matchAll(/<([^>]+\.woff2)>; rel=preload; as="font"/g)]
    expect(fonts).toHaveLength(2)
    for (const [, path] of fonts) expect((await fetch(`${baseURL}${path}`)).status).toBe(200)
  })

  test('an article describes itself to machines', async ({ baseURL }) => {
    const { data } = await readDocument(`${baseURL}${ARTICLE}`)
    expect(data.find(({ '@type': type }) => type === 'Article')).toMatchObject({
      headline: 'Stability AI CEO Resigns: AI Centralization',
      datePublished: '2024-03-24T17:00:00.000Z',
      author: [{ '@type': 'Person', name: 'Ines Halloran' }],
      publisher: { '@id': `${baseURL}/#organization` },
    })
  })

  test('a later page of a list has a title and an address of its own', async ({ baseURL }) => {
    const document = await readDocument(`${baseURL}${LATER_PAGE}`)
    expectFindable(document, `${baseURL}${LATER_PAGE}`)
    expect(all(document, 'title')[0]?.text).toMatch(/^Articles, up to \d+ \w+ \d{4} · Engitech$/)
  })

  test('a colleague who wrote nothing public has no page', async ({ baseURL }) => {
    const { name } = await makeColleague('author')
    expect((await readDocument(`${baseURL}/authors/${name.replace(' ', '-')}`)).status).toBe(404)
  })

  test('a cursor that nobody made shows the first page under its own address', async ({ baseURL }) => {
    const document = await readDocument(`${baseURL}/articles?after=nonsense`)
    expect(document.status).toBe(200)
    expectFindable(document, `${baseURL}/articles`)
  })
})

test.describe('the look', () => {
  test.use({ expectedErrors: [/status of 404/] })

  for (const path of [...PAGES, `${ARTICLE}/mentions`, '/nowhere'])
    test(`${path} is accessible`, async ({ page }) => {
      await page.goto(path)
      await expectAccessible(page)
    })

  test('nothing scrolls sideways on a window of 320 px', async ({ newContext, baseURL }) => {
    const context = await newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    for (const path of [...PAGES, '/nowhere']) {
      await page.goto(`${baseURL}${path}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320)
    }
  })

  test('the keyboard reaches the content past the header', async ({ noScript, baseURL }) => {
    const page = await noScript.newPage()
    await page.goto(`${baseURL}${ARTICLE}`)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
  })
})
