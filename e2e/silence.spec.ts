import type { BrowserContext } from '@playwright/test'
import { z } from 'zod'
import { expect } from './fixtures'
import { test } from './fixtures/staff'

// whatever the browser says is collected here, not only what it calls an error
test.use({ expectedErrors: [/./] })

const PUBLIC = [
  '/',
  '/articles',
  '/topics/artificial-intelligence',
  '/authors/ines-halloran',
  '/sign-in',
  '/nowhere',
]
const DESK = [
  '/dashboard',
  '/dashboard/articles',
  '/dashboard/discussion',
  '/dashboard/site',
  '/dashboard/staff',
  '/dashboard/nowhere',
]
const list = z.object({ items: z.array(z.object({ slug: z.string() })) })

/** Everything that the console shows, violations of the policy among it. */
function listen(context: BrowserContext): string[] {
  const said: string[] = []
  context.on('console', (message) =>
    said.push(`${message.type()}: ${message.text()} on ${message.page()?.url()}`),
  )
  context.on('weberror', (error) => said.push(String(error.error())))
  context.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {}
    if (errorText.includes('BLOCKED')) said.push(`${errorText}: ${request.url()}`)
  })
  return said
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`a reader’s browser has nothing to say of any page in ${colorScheme}`, async ({
    newContext,
    request,
    baseURL,
  }) => {
    test.setTimeout(60_000)
    const { items } = list.parse(await (await request.get('/api/articles')).json())
    const context = await newContext({ colorScheme })
    const said = listen(context)
    const page = await context.newPage()
    for (const path of [...PUBLIC, ...items.map(({ slug }) => `/articles/${slug}`)]) {
      await page.goto(`${baseURL}${path}`)
      await page.mouse.wheel(0, 5_000)
      await page.waitForLoadState('networkidle')
    }
    // that a page is missing is what the browser says of its status
    expect(said.filter((line) => !line.includes('status of 404'))).toEqual([])
  })

test('nor has the browser of staff of any screen of the desk', async ({ staff, baseURL }) => {
  test.setTimeout(60_000)
  const context = await staff.signedIn('owner')
  const said = listen(context)
  const page = await context.newPage()
  for (const path of DESK) {
    await page.goto(`${baseURL}${path}`)
    await page.waitForLoadState('networkidle')
  }
  await page.goto(`${baseURL}/dashboard/articles`)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/dashboard\/articles\/\d+/)
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(said.filter((line) => !line.includes('status of 404'))).toEqual([])
})
