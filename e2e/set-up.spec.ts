import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from './fixtures'
import { invite, test } from './fixtures/staff'
import { startServer } from './server'

const LINK = /http\S+\/setup\?token=\S+/

test.use({ javaScriptEnabled: false, expectedErrors: [/status of (404|410|422)/] })

test('whoever opens the link that is printed at start becomes the owner, once', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-set-up-'))
  const nobody = { OWNER_EMAIL: '', OWNER_PASSWORD: '', STARTER: 'none' }
  const server = await startServer(dataDir, nobody)
  try {
    await expect.poll(() => server.log()).toMatch(LINK)
    const link = LINK.exec(server.log())?.[0] ?? ''
    await page.goto(link)
    await page.getByLabel('Agency name').fill('Northline')
    await page.getByLabel('Your name').fill('Ines Halloran')
    await page.getByLabel('Email').fill('ines@example.org')
    await page.getByLabel('Password').fill('password1234')
    const button = page.getByRole('button', { name: 'Become the owner' })
    await button.click()
    await expect(page.getByText('Somebody would soon guess this one.')).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveValue('Ines Halloran')
    await expect(page.getByLabel('Password')).toHaveValue('')

    await page.getByLabel('Password').fill('three quiet foxes')
    await button.click()
    await expect(page).toHaveURL(`${server.url}/dashboard/articles`)
    expect((await page.goto(link))?.status()).toBe(410)
    await page.goto(server.url)
    await expect(page.getByRole('banner').getByText('Northline')).toBeVisible()
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('an invited colleague chooses a password, is signed in, and the link is used up', async ({
  page,
  unique,
}) => {
  const email = `${unique('jun').replace(' ', '-')}@example.org`
  const path = await invite({ email, name: unique('Jun'), role: 'author' })
  await page.goto(path)
  await expect(page.getByLabel('Email')).toHaveValue(email)
  await page.getByLabel('Password').fill('three quiet foxes')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(page).toHaveURL(/\/dashboard\/articles$/)
  expect((await page.goto(path))?.status()).toBe(410)
})

test('without its link there is nothing to set up', async ({ page }) => {
  expect((await page.goto('/setup'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Set-up needs its link.' })).toBeVisible()
  expect((await page.goto('/setup?token=made-up'))?.status()).toBe(410)
})
