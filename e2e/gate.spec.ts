import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { makeColleague, mintCookie, test } from './fixtures/staff'
import { type RunningServer, startServer } from './server'

// a server of its own: what is published here must not stand in the lists of other tests
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-gate-'))
let server: RunningServer
test.beforeAll(async () => {
  server = await startServer(dataDir)
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
// the refusal to publish
test.use({ expectedErrors: [/status of 422/] })

const body = (page: Page) => page.getByRole('textbox', { name: 'Body' })
const stopping = (page: Page) => page.locator('.ProseMirror .problem[data-tone="stops"]')
const card = (page: Page) => page.getByRole('dialog', { name: /^Problem:/ })

test('a damaged draft is refused, mended, waived and published by keyboard alone', async ({ newContext }) => {
  test.setTimeout(120_000)
  const context = await newContext()
  const cookie = await mintCookie(await makeColleague('editor', dataDir), dataDir)
  await context.addCookies([{ ...cookie, url: server.url }])
  const page = await context.newPage()
  await page.goto(`${server.url}/dashboard/articles?state=draft`)
  await page.getByRole('link', { name: 'Before repair: Stability AI CEO Resigns' }).press('Enter')
  // the thread that scores loads its words first
  await expect(stopping(page)).toHaveCount(6, { timeout: 45_000 })

  // from the end of the page, where the answer would not be seen
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  const refusal = page.getByRole('alert').filter({ hasText: 'Not published: 6 problems stop it.' })
  await expect(refusal).toContainText('Your draft is saved')
  await expect(refusal).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(refusal.getByRole('button').first()).toBeFocused()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  // where it is certain what stood there, one key puts it back, and one takes that back again
  await body(page).focus()
  await page.keyboard.press('Control+Home')
  const mend = card(page).getByRole('button', { name: 'Replace with “AI”' })
  for (let steps = 0; !(await mend.isVisible()); steps++) {
    if (steps > 6) throw new Error('No problem can be mended at once')
    await page.keyboard.press('F8')
    await expect(card(page)).toBeVisible()
  }
  await page.keyboard.press('Control+.')
  await expect(mend).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(stopping(page)).toHaveCount(5)
  await expect(body(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(stopping(page)).toHaveCount(6)
  await page.keyboard.press('Control+y')
  await expect(stopping(page)).toHaveCount(5)

  // elsewhere its words are selected, so that typing replaces them
  for (const left of [4, 3, 2, 1]) {
    await page.keyboard.press('F8')
    await page.keyboard.type('AI')
    await expect(stopping(page)).toHaveCount(left)
  }
  await page.keyboard.press('F8')
  await page.keyboard.press('Control+.')
  await card(page).getByRole('button', { name: 'Waive …' }).press('Enter')
  const waiving = page.getByRole('dialog', { name: 'Let this stay' })
  await expect(waiving.getByLabel('Reason')).toBeFocused()
  await page.keyboard.type('They call themselves that')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(waiving).toBeHidden()
  await expect(stopping(page)).toHaveCount(0)
  await expect(page.getByText('They call themselves that')).toBeVisible()

  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeVisible()
})
