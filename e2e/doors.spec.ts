import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { invite, test } from './fixtures/staff'

test.use({ expectedErrors: [/status of (401|404|410)/] })

async function expectClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test(`the doors are free of axe violations in ${colorScheme} at ${width} px`, async ({
      newContext,
      unique,
    }) => {
      const context = await newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      await page.goto('/sign-in')
      await expectClean(page)
      await page.getByLabel('Email').fill(`${unique('nobody').replace(' ', '-')}@example.org`)
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectClean(page)
      const email = `${unique('jun').replace(' ', '-')}@example.org`
      for (const path of [
        '/setup',
        '/setup?token=made-up',
        await invite({ email, name: 'Jun', role: 'author' }),
      ]) {
        await page.goto(path)
        await expectClean(page)
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    })

test('signing in needs the keyboard alone', async ({ page, staff }) => {
  const { email, password } = await staff.colleague('editor')
  await page.goto('/sign-in')
  await page.getByLabel('Email').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/dashboard\/articles$/)
})
