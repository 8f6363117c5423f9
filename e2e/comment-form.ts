import type { Page } from '@playwright/test'

type Typed = { name?: string; email?: string; website?: string; comment?: string }
export const GUEST = { name: 'Dana Whitlock', email: 'dana@example.com' }

/** Fills in the fields that are given. */
export async function fillIn(page: Page, { name, email, website, comment }: Typed) {
  if (name !== undefined) await page.getByLabel('Name').fill(name)
  if (email !== undefined) await page.getByLabel('Email').fill(email)
  if (website !== undefined) await page.getByLabel('Website (optional)').fill(website)
  if (comment !== undefined) await page.getByLabel('Comment', { exact: true }).fill(comment)
}

/** Sends the form and returns the status that the answer came with, before any redirect. */
export async function send(page: Page) {
  // the module on the page posts too
  const answered = page.waitForResponse((response) => {
    const request = response.request()
    return request.method() === 'POST' && request.isNavigationRequest()
  })
  await page.getByRole('button', { name: 'Post comment' }).click()
  const response = await answered
  await page.waitForLoadState()
  return { status: response.status(), headers: response.headers() }
}

export const discussion = (page: Page) => page.getByRole('region', { name: /comments?/ }).first()
