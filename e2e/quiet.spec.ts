import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'
import { fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import { publishArticle, publishComment, setDiscussion, setPolicy } from './fixtures/discussions'
import { DESK_PAGES, LATER_PAGE, PAGES } from './fixtures/pages'
import { spoilSections } from './fixtures/spoil'
import { invite, test } from './fixtures/staff'
import { startServer } from './server'

// all tests come from one address
test.beforeAll(() => setPolicy({ 'discussion.perAddressPerMinute': 0 }))

// a browser reports every document that comes with a refusal
const REFUSED = /the server responded with a status of (401|403|404|410|422|500) /
test.use({ expectedErrors: [REFUSED], contextOptions: { reducedMotion: 'no-preference' } })

/** Everything that the pages of a context say in the console, whatever its level, and what their policy refuses them. */
async function overhear(context: BrowserContext): Promise<string[]> {
  const heard: string[] = []
  context.on('weberror', (event) => heard.push(String(event.error())))
  context.on('console', (message) => {
    if (!REFUSED.test(message.text()))
      heard.push(`${message.type()}: ${message.text()} on ${message.page()?.url()}`)
  })
  context.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {}
    if (errorText.includes('BLOCKED')) heard.push(`${errorText}: ${request.url()}`)
  })
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.warn(`${violatedDirective} refused ${blockedURI}`),
    ),
  )
  return heard
}

/** How far what stood on the page moved while it was loading: the sum of its layout shifts. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let sum = 0
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) if ('value' in entry) sum += Number(entry.value)
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    await document.fonts.ready
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    add(observer.takeRecords())
    return sum
  })

type Unique = (word: string) => string
type Visit = (page: Page, unique: Unique) => Promise<unknown>

const at =
  (path: string): Visit =>
  (page) =>
    page.goto(path)

const writeTo = async (page: Page, path: string, typed: Parameters<typeof fillIn>[1]) => {
  await page.goto(path)
  await fillIn(page, typed)
  return send(page)
}

/** How a visitor comes to a page of each kind. */
const VISITS: [string, Visit][] = [
  ...PAGES.map((path): [string, Visit] => [path, at(path)]),
  ['a later page of the index', at(LATER_PAGE)],
  ['an address where nothing is', at('/nowhere')],
  [
    'an open discussion',
    async (page, unique) => {
      const article = await publishArticle(unique('Open'))
      const id = await publishComment(article, '*One* `two`\n\n> three')
      await publishComment(article, 'An answer', id)
      await page.goto(article.path)
    },
  ],
  [
    'a closed discussion',
    async (page, unique) => {
      const article = await publishArticle(unique('Closed'))
      await setDiscussion(article, { discussion: 'closed' })
      await page.goto(article.path)
    },
  ],
  [
    'the address of a comment',
    async (page, unique) => {
      const article = await publishArticle(unique('Addressed'))
      await page.goto(`${article.path}/comments/${await publishComment(article, 'Here')}`)
    },
  ],
  [
    'a comment that is refused',
    async (page, unique) => {
      const { path } = await publishArticle(unique('Refusing'))
      expect((await writeTo(page, path, { name: '', comment: 'Nobody says this' })).status).toBe(422)
    },
  ],
  [
    'a comment of one’s own',
    async (page, unique) => {
      const { path } = await publishArticle(unique('Holding'))
      await writeTo(page, path, { ...GUEST, comment: unique('Held') })
      await expect(page).toHaveURL(/\/comments\//)
    },
  ],
  ['one’s own comments', at('/your-comments')],
  ['one’s own data', at('/your-data')],
  ['the door', at('/sign-in')],
  [
    'the door that stays shut',
    async (page, unique) => {
      await page.goto('/sign-in')
      await page.getByLabel('Email').fill(`${unique('nobody').replace(' ', '-')}@example.com`)
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  ],
  [
    'an invitation',
    async (page, unique) => {
      const email = `${unique('guest').replace(' ', '-')}@example.com`
      await page.goto(await invite({ email, name: 'Mara Lind', role: 'author' }))
    },
  ],
  ['an invitation that is over', at('/setup?token=over')],
]

for (const [kind, visit] of VISITS)
  test(`${kind} says nothing in the console and does not move`, async ({ newContext, unique }) => {
    const context = await newContext({ viewport: { width: 390, height: 844 } })
    const heard = await overhear(context)
    const page = await context.newPage()
    await visit(page, unique)
    await page.waitForLoadState()
    expect(await shiftOf(page)).toBeLessThan(0.01)
    expect(heard).toEqual([])
  })

test('no page moves on a wide screen', async ({ newContext }) => {
  const context = await newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  for (const path of PAGES) {
    await page.goto(path)
    expect([path, (await shiftOf(page)) < 0.01]).toEqual([path, true])
  }
})

const list = z.object({ items: z.array(z.object({ slug: z.string() })) })

test('no article says anything in the console, read to its end in the dark', async ({
  newContext,
  request,
}) => {
  const { items } = list.parse(await (await request.get('/api/articles')).json())
  const context = await newContext({ colorScheme: 'dark' })
  const heard = await overhear(context)
  const page = await context.newPage()
  for (const { slug } of items) {
    await page.goto(`/articles/${slug}`)
    await page.mouse.wheel(0, 5_000)
    await page.waitForLoadState('networkidle')
  }
  expect(heard).toEqual([])
})

test('the error page says nothing in the console and does not move', async ({ newContext }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-quiet-'))
  const server = await startServer(dataDir)
  try {
    await spoilSections(dataDir)
    const context = await newContext()
    const heard = await overhear(context)
    const page = await context.newPage()
    expect((await page.goto(`${server.url}/articles`))?.status()).toBe(500)
    expect(await shiftOf(page)).toBeLessThan(0.01)
    expect(heard).toEqual([])
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

/** Which part of the desk a page belongs to. */
const partOf = (path: string) => path.split(/[/?]/)[2] ?? ''

for (const width of [390, 1440])
  for (const part of new Set(DESK_PAGES.map(partOf)))
    test(`the desk says nothing in the console at ${width} px: ${part}`, async ({ staff }) => {
      const context = await staff.signedIn('owner', { viewport: { width, height: 900 } })
      const heard = await overhear(context)
      const page = await context.newPage()
      for (const path of DESK_PAGES.filter((path) => partOf(path) === part)) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect([path, heard]).toEqual([path, []])
      }
    })

test('what a role may not open says nothing in the console', async ({ staff }) => {
  const context = await staff.signedIn('contributor')
  const heard = await overhear(context)
  const page = await context.newPage()
  await page.goto('/dashboard/site')
  await page.waitForLoadState('networkidle')
  expect(heard).toEqual([])
})

test('writing says nothing in the console', async ({ staff, unique }) => {
  const context = await staff.signedIn('editor')
  const heard = await overhear(context)
  const page = await context.newPage()
  await page.goto('/dashboard/articles')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Where to?')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New article', exact: true }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  await body.click()
  await page.keyboard.type('Before the table.')
  const press = (name: string) =>
    page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true }).click()
  await press('Table')
  await page.keyboard.type('A cell')
  await page.keyboard.press('Control+End')
  await press('Image')
  const picture = { create: { width: 320, height: 200, channels: 3, background: '#2b5' } } as const
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await sharp(picture).png().toBuffer() })
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Alternative text/).fill('A green field')
  await dialog.getByRole('button', { name: 'Use image' }).click()
  await expect(body.getByAltText('A green field')).toBeVisible()
  await page.getByLabel('Title', { exact: true }).fill(unique('Quiet'))
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  await page.reload()
  await expect(body.getByAltText('A green field')).toBeVisible()
  expect(heard).toEqual([])
})
