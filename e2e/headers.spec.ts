import { expect, test } from './fixtures'
import { all, expectFinished, readDocument } from './documents'

const ARTICLE = '/articles/stability-ai-ceo-resigns-ai-centralization'
const DOCUMENTS = [
  '/',
  '/articles',
  ARTICLE,
  '/articles/nothing',
  '/topics/artificial-intelligence',
  '/authors/ines-halloran',
  '/nowhere',
  '/sign-in',
]
const DATA = ['/feed.xml', '/feed.json', '/sitemap.xml', '/api/articles', '/api/nothing']

const SITE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()') as unknown,
}

for (const path of DOCUMENTS)
  test(`${path} may run nothing, and asks for nothing that it would need to`, async ({ request }) => {
    const response = await request.get(path)
    const headers = response.headers()
    expect(headers).toMatchObject({ ...SITE, 'cross-origin-resource-policy': 'same-origin' })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'none'; /)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['speculation-rules']).toBe('"/speculation-rules.json"')
    // each name once: two policies are both in force
    const names = response.headersArray().map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(await response.text()).not.toMatch(
      /\sstyle="|<style|\son[a-z]+="|<script(?! type="application\/ld\+json")/,
    )
  })

for (const path of DATA)
  test(`${path} may be read by pages of other sites and is never a page itself`, async ({ request }) => {
    const headers = (await request.get(path)).headers()
    expect(headers).toMatchObject({ ...SITE, 'cross-origin-resource-policy': 'cross-origin' })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
  })

test('files and images keep their types and are kept for good', async ({ request, baseURL }) => {
  const document = await readDocument(`${baseURL}${ARTICLE}`)
  expectFinished(document)
  const addresses = [
    ...all(document, 'link', { rel: 'stylesheet' }).map(({ attributes }) => attributes['href']),
    ...all(document, 'img').map(({ attributes }) => attributes['src']),
  ].filter((address) => address?.startsWith('/'))
  expect(addresses.some((address) => address?.startsWith('/media/'))).toBe(true)
  for (const address of addresses) {
    const headers = (await request.get(address ?? '')).headers()
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(headers['cross-origin-resource-policy'], address).toBe(
      address?.startsWith('/media/') ? 'cross-origin' : 'same-origin',
    )
  }
})

test('every image has its place before it is there', async ({ baseURL }) => {
  for (const path of DOCUMENTS.slice(0, 3)) {
    const images = all(await readDocument(`${baseURL}${path}`), 'img')
    for (const { attributes } of images) {
      expect(Number(attributes['width']), path).toBeGreaterThan(0)
      expect(Number(attributes['height']), path).toBeGreaterThan(0)
    }
    const fetched = images.filter(({ attributes }) => attributes['src']?.startsWith('/media/'))
    const early = fetched.filter(({ attributes }) => attributes['loading'] !== 'lazy')
    expect(early.length, path).toBeLessThanOrEqual(1)
    for (const { attributes } of early) expect(attributes['fetchpriority'], path).toBe('high')
    // the newest article may have no image
    if (path === '/' && early[0]) expect(early[0]).toBe(fetched[0])
  }
})

for (const path of ['/', ARTICLE])
  test(`nothing on ${path} moves when its fonts and images come late`, async ({ newContext, baseURL }) => {
    const context = await newContext({ viewport: { width: 390, height: 844 } })
    await context.route(/\.(woff2|svg|jpeg|webp|avif)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      await route.continue()
    })
    const page = await context.newPage()
    await page.goto(`${baseURL}${path}`)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(
      true,
    )
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(
              list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0),
            ),
          ).observe({ type: 'layout-shift', buffered: true })
          // without a shift the observer is never called
          setTimeout(() => resolve(0), 300)
        }),
    )
    // a letter may stand a pixel beside where its stand-in stood: 0.0009 on a telephone
    expect(shifts).toBeLessThan(0.001)
  })

test('a link under the pointer is fetched ahead, and no form or way out is', async ({ page, baseURL }) => {
  const ahead: string[] = []
  page.context().on('request', (request) => {
    void request.allHeaders().then(
      (headers) => headers['sec-purpose'] && ahead.push(new URL(request.url()).pathname),
      // the page was closed first
      () => {},
    )
  })
  const client = await page.context().newCDPSession(page)
  await client.send('Preload.enable')
  const sets: unknown[] = []
  client.on('Preload.ruleSetUpdated', ({ ruleSet }) => sets.push(ruleSet.errorType ?? 'read'))
  await page.goto(`${baseURL}/`)
  await expect.poll(() => sets).toEqual(['read'])
  const link = page.getByRole('main').locator('a[href^="/articles/"]').first()
  await link.hover()
  await expect.poll(() => ahead).toContain(new URL((await link.getAttribute('href')) ?? '', baseURL).pathname)
  const before = ahead.length
  await page.locator('a[href*="feed"], a[href^="/sign-in"], a[href^="/dashboard"]').first().hover()
  await page.mouse.move(0, 0)
  await link.hover()
  expect(ahead.slice(before).filter((path) => !path.startsWith('/articles'))).toEqual([])
})
