import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { test } from './fixtures/staff'

const body = (page: Page) => page.getByRole('textbox', { name: 'Body' })
const press = (page: Page, control: string) =>
  page
    .getByRole('toolbar', { name: 'Formatting' })
    .getByRole('button', { name: control, exact: true })
    .click()
const saved = (page: Page) => expect(page.getByText(/^Draft saved/)).toBeVisible()

/** Opens a new article and waits until it can be written. */
async function begin(page: Page): Promise<string> {
  await page.goto('/dashboard/articles')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/dashboard\/articles\/\d+$/)
  await expect(body(page)).toBeVisible()
  return page.url()
}

async function write(page: Page, title: string, text: string) {
  await page.getByLabel('Title', { exact: true }).fill(title)
  await body(page).click()
  await page.keyboard.type(text)
}

const slugOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-')

test('what is written with headings, a list, a link and an image is public as soon as it is published', async ({
  staff,
  request,
  unique,
}) => {
  const title = unique('Written by hand')
  const page = await (await staff.signedIn('editor')).newPage()
  await begin(page)
  await write(page, title, 'It begins here.')
  await page.keyboard.press('Enter')
  await press(page, 'Heading 2')
  await page.keyboard.type('Why it matters')
  await page.keyboard.press('Enter')
  await press(page, 'Bulleted list')
  await page.keyboard.type('One point')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await press(page, 'Link')
  const link = page.getByRole('dialog', { name: 'Link' })
  await link.getByLabel('Address').fill('https://www.w3.org/')
  await link.getByLabel('Words to show').fill('the standard')
  await link.getByRole('button', { name: 'Set link' }).click()
  await expect(link).toBeHidden()
  await press(page, 'Image')
  const image = page.getByRole('dialog')
  const picture = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#c33' } })
    .composite([{ input: Buffer.from(`<svg width="640" height="40"><text y="30">${title}</text></svg>`) }])
    .png()
    .toBuffer()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: picture })
  await image.getByLabel(/Alternative text/).fill('A red field')
  await image.getByRole('button', { name: 'Use image' }).click()
  await expect(body(page).getByAltText('A red field')).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeVisible()

  const html = await (await request.get(`/articles/${slugOf(title)}`)).text()
  for (const part of ['It begins here.', 'Why it matters</h2>', 'One point', 'href="https://www.w3.org/"'])
    expect(html).toContain(part)
  expect(html).toContain('alt="A red field"')
  expect(await (await request.get('/articles')).text()).toContain(title)
  expect(await (await request.get('/feed.xml')).text()).toContain(title)
  const listed = (await (await request.get('/api/articles')).json()) as { items: { title: string }[] }
  expect(listed.items.map((item) => item.title)).toContain(title)
})

test('nothing is public before it is published, and after it is unpublished', async ({
  staff,
  request,
  unique,
}) => {
  const title = unique('Now and then')
  const page = await (await staff.signedIn('editor')).newPage()
  await begin(page)
  await write(page, title, 'A few words.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page)
  const path = `/articles/${slugOf(title)}`
  expect((await request.get(path)).status()).toBe(404)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  expect((await request.get(path)).status()).toBe(200)
  await page.getByRole('button', { name: 'Unpublish' }).click()
  await expect(page.getByText('Unpublished: readers no longer see it')).toBeVisible()
  expect((await request.get(path)).status()).toBe(410)
})

test('what was typed and not saved is there again after a reload', async ({ staff, unique }) => {
  const title = unique('Typed')
  const page = await (await staff.signedIn('author')).newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  await begin(page)
  await write(page, title, 'Not saved yet.')
  await expect(page.getByText(/words?, 1 min/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/This is what was typed in this browser/)).toBeVisible()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
  await expect(body(page)).toContainText('Not saved yet.')
})

test.describe('a session that ends', () => {
  test.use({ expectedErrors: [/status of 401/] })

  test('costs nothing that was typed', async ({ staff, unique }) => {
    const title = unique('Signed out')
    const context = await staff.signedIn('author')
    const page = await context.newPage()
    await begin(page)
    await write(page, title, 'Still here.')
    await context.clearCookies()
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/You are signed out, so nothing was saved/)).toBeVisible()
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
    await expect(body(page)).toContainText('Still here.')
  })
})

test.describe('two editors', () => {
  test.use({ expectedErrors: [/status of 409/] })

  test('of one article lose neither version', async ({ staff, unique }) => {
    const title = unique('Two hands')
    const first = await (await staff.signedIn('editor')).newPage()
    const address = await begin(first)
    await write(first, title, 'The first text.')
    await first.keyboard.press('Control+s')
    await saved(first)
    const second = await (await staff.signedIn('editor')).newPage()
    await second.goto(address)
    await body(second).click()
    await second.keyboard.press('Control+End')
    await second.keyboard.type(' By the second.')
    await second.keyboard.press('Control+s')
    await saved(second)
    await expect(body(second)).toContainText('By the second.')

    await first.getByLabel('Title', { exact: true }).fill(`${title} again`)
    await first.keyboard.press('Control+s')
    const choice = first.getByRole('dialog', { name: 'Two versions of this article' })
    await expect(choice).toContainText('By the second.')
    await choice.getByRole('button', { name: 'Take theirs' }).click()
    await expect(body(first)).toContainText('By the second.')
    await first.getByRole('button', { name: 'Bring it back' }).click()
    await expect(first.getByLabel('Title', { exact: true })).toHaveValue(`${title} again`)
  })
})

test('an address that changes leads on from the old one', async ({ staff, request, unique }) => {
  const title = unique('Old address')
  const page = await (await staff.signedIn('editor')).newPage()
  await begin(page)
  await write(page, title, 'It moves.')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  const next = slugOf(unique('new address'))
  await page.getByLabel('Slug').fill(next)
  await page.getByRole('button', { name: 'Change slug' }).click()
  await expect(page.getByRole('button', { name: 'Change slug' })).toBeHidden()
  const old = await request.get(`/articles/${slugOf(title)}`, { maxRedirects: 0 })
  expect(old.status()).toBe(308)
  expect(old.headers()['location']).toMatch(new RegExp(`/articles/${next}$`))
})

test('whoever reads drafts and may not write them reads and is told so', async ({ staff, unique }) => {
  const title = unique('Under review')
  const page = await (await staff.signedIn('editor')).newPage()
  const address = await begin(page)
  await write(page, title, 'A draft to read.')
  await page.keyboard.press('Control+s')
  await saved(page)
  const reviewer = await (await staff.signedIn('reviewer')).newPage()
  await reviewer.goto(address)
  // the score quotes it too
  await expect(reviewer.getByRole('paragraph').filter({ hasText: 'A draft to read.' })).toBeVisible()
  await expect(reviewer.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('an article is written and published by keyboard alone', async ({ staff, request, unique }) => {
  const title = unique('By keyboard')
  const page = await (await staff.signedIn('editor')).newPage()
  await begin(page)
  // what is new begins at its title, and what cannot be published yet leads there
  const heading = page.getByLabel('Title', { exact: true })
  await expect(heading).toBeFocused()
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await expect(heading).toHaveAccessibleDescription('Write a title first.')
  await expect(heading).toBeFocused()
  await page.keyboard.type(title)
  for (let steps = 0; !(await body(page).evaluate((it) => it === document.activeElement)); steps++) {
    if (steps > 10) throw new Error('The body is not reached by Tab')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('No mouse was here.')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Update', exact: true })).toBeFocused()
  // a dialog that is left gives the focus back
  const date = page.getByRole('button', { name: 'Change the date' })
  await date.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Change the date' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(date).toBeFocused()
  expect((await request.get(`/articles/${slugOf(title)}`)).status()).toBe(200)
})

test('the editor is accessible', async ({ staff, unique }) => {
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto('/dashboard/articles/1')
  await expect(body(page)).toBeVisible()
  await page.getByLabel('Title', { exact: true }).fill(unique('Checked'))
  await expectAccessible(page)
})
