import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { invite, test } from './fixtures/staff'

test.use({ expectedErrors: [/status of (401|404|410)/] })

test('the doors are accessible', async ({ page, unique }) => {
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByLabel('Email').fill(`${unique('nobody').replace(' ', '-')}@example.org`)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  const email = `${unique('jun').replace(' ', '-')}@example.org`
  for (const path of [
    '/setup',
    '/setup?token=made-up',
    await invite({ email, name: 'Jun', role: 'author' }),
  ]) {
    await page.goto(path)
    await expectAccessible(page)
  }
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
