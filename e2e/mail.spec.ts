import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { violationsOn } from './accessible'
import { discussion, fillIn, send } from './comment-form'
import { expect, test } from './fixtures'
import { ageComments, linkIn, setMode, startMailbox } from './fixtures/mail'
import { type RunningServer, startServer } from './server'

test.use({ expectedErrors: [/status of (403|404|409|410|422)/] })

const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-mail-'))
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let server: RunningServer
let article: string

test.beforeAll(async () => {
  mailbox = await startMailbox()
  server = await startServer(dataDir, { SMTP_URL: mailbox.url })
  const list = z.object({
    items: z.array(z.object({ slug: z.string(), discussion: z.object({ state: z.string() }) })),
  })
  const { items } = list.parse(await (await fetch(`${server.url}/api/articles`)).json())
  const open = items.find((each) => each.discussion.state === 'open')
  article = `${server.url}/articles/${open?.slug}`
})
test.afterAll(async () => {
  await server.stop()
  await mailbox.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

let count = 0
const somebody = () => ({
  name: 'Noor',
  email: `noor-${++count}@example.com`,
  comment: `Words ${count}, mine`,
})

async function write(page: Page, typed: ReturnType<typeof somebody>, { follow = false, to = article } = {}) {
  await page.goto(to)
  await fillIn(page, typed)
  if (follow) await page.getByLabel('Tell me when somebody answers').check()
  expect((await send(page)).status).toBe(303)
}

const clean = async (page: Page) => expect(await violationsOn(page)).toEqual([])

for (const scripts of ['with', 'without'] as const)
  test(`a comment is published by confirming its address, ${scripts} JavaScript`, async ({ newContext }) => {
    await setMode('confirmed', dataDir)
    const context = await newContext({ javaScriptEnabled: scripts === 'with' })
    const page = await context.newPage()
    const me = somebody()
    // the mail server is busy at first
    if (scripts === 'without') mailbox.turnAway(me.email)
    await write(page, me)
    await expect(page.getByText('We have sent a link to n…@example.com.')).toBeVisible()
    if (scripts === 'with') await clean(page)
    const message = await mailbox.wait(me.email)
    expect(message).not.toContain(me.comment)
    expect(message).toContain('Auto-Submitted: auto-generated')
    const link = server.url + linkIn(message, '/confirm/')
    // what checks mail opens the link
    expect((await fetch(link)).headers.get('cache-control')).toBe('no-store')
    await page.goto(article)
    await expect(discussion(page).getByText(me.comment)).toHaveCount(0)
    await page.goto(link)
    if (scripts === 'with') await clean(page)
    await page.getByRole('button', { name: 'Yes, I wrote this' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Comment by Noor' })).toBeVisible()
    await page.goto(article)
    await expect(discussion(page).getByText(me.comment)).toBeVisible()
    const next = { ...somebody(), email: me.email }
    await write(page, next)
    await expect(discussion(page).getByText(next.comment)).toBeVisible()
    // the same address in another browser proves nothing, and a kept page shows everybody the same
    const stranger = await (await newContext()).newPage()
    await write(stranger, { ...somebody(), email: me.email })
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(
      'Your comment is waiting for an editor',
    )
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your address is confirmed')
  })

test('answers are mailed, and end with one press, of a button or of a mail program', async ({ page }) => {
  await setMode('open', dataDir)
  const me = somebody()
  await write(page, me, { follow: true })
  await page.goto(server.url + linkIn(await mailbox.wait(me.email), '/confirm/'))
  await page.getByRole('button', { name: 'Yes, I wrote this' }).click()
  const place = page.url()
  await write(page, somebody(), { to: place })
  const message = await mailbox.wait(me.email, 2)
  expect(message).toMatch(/Subject: =\?UTF-8\?Q\?Noor_answered_your_comment/)
  expect(message).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
  await page.goto(server.url + linkIn(message, '/unsubscribe/'))
  await clean(page)
  await page.getByRole('button', { name: 'Stop this mail' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('That mail has ended')
  const oneClick = message.match(/List-Unsubscribe:\s+<([^>]+)>/)?.[1] ?? ''
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  expect((await fetch(oneClick, { method: 'POST', body })).status).toBe(200)
  expect(
    (await fetch(`${oneClick.replace('/one-click', 'x/one-click')}`, { method: 'POST', body })).status,
  ).toBe(404)
})

for (const scripts of ['with', 'without'] as const)
  test(`an author changes a comment for five minutes and takes it back at any time, ${scripts} JavaScript`, async ({
    newContext,
  }) => {
    await setMode('open', dataDir)
    const page = await (await newContext({ javaScriptEnabled: scripts === 'with' })).newPage()
    const me = somebody()
    await write(page, me)
    await page.getByRole('link', { name: 'your comments' }).click()
    await page.getByRole('link', { name: 'Your comment is published' }).click()
    const own = page.url()
    await page.getByText('Edit', { exact: true }).click()
    if (scripts === 'with') await clean(page)
    await page.getByLabel('Comment', { exact: true }).fill('  ')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('Write a comment')
    await page.getByLabel('Comment', { exact: true }).fill(`${me.comment}, better`)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByLabel('Your comment', { exact: true })).toContainText('better')
    await page.goto(article)
    const mine = discussion(page)
      .getByRole('article')
      .filter({ hasText: `${me.comment}, better` })
    await expect(mine).toContainText('edited')
    await page.goto(own)
    await page.getByText('Edit', { exact: true }).click()
    await ageComments(me.email, 5, dataDir)
    await page.getByLabel('Comment', { exact: true }).fill('Too late for this')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('5 minutes')
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('Too late for this')
    await page.goto(own)
    await page.getByText('Delete', { exact: true }).click()
    await page.getByRole('button', { name: 'Delete my comment' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You took your comment back')
    await page.goto(article)
    await expect(discussion(page).getByText(me.comment)).toHaveCount(0)
  })

test('an author appeals once', async ({ page }) => {
  await setMode('hold-all', dataDir)
  await write(page, somebody())
  await page.getByText('Appeal', { exact: true }).click()
  await page.getByLabel('To the editors').fill('Please read it again')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Your appeal').click()
  await expect(page.getByText('Please read it again')).toBeVisible()
  await expect(page.getByLabel('To the editors')).toHaveCount(0)
})

test('a person sees what is kept of an address, takes it along and has it erased', async ({ page }) => {
  await setMode('open', dataDir)
  const me = somebody()
  await write(page, me)
  await page.goto(`${server.url}/your-data`)
  await clean(page)
  await page.getByLabel('Email').fill('nobody')
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await expect(page.getByText('Write an email address like')).toBeVisible()
  await page.getByLabel('Email').fill(me.email)
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mailbox')
  const path = linkIn(await mailbox.wait(me.email), '/your-data/')
  const file = await fetch(`${server.url}${path}/export`, { method: 'POST' })
  expect(file.headers.get('cache-control')).toBe('no-store')
  expect(await file.json()).toMatchObject({ email: me.email, comments: [{ text: me.comment }] })
  await page.goto(`${server.url}/your-comments`)
  const own = await page.getByRole('link', { name: 'Your comment is published' }).getAttribute('href')
  const edits = await page.context().newPage()
  await edits.goto(`${server.url}${own}/edit`)
  await edits.getByLabel('Comment', { exact: true }).fill('Still at it')
  await page.goto(server.url + path)
  await expect(page.getByText('we keep 1 comment')).toBeVisible()
  await page.getByText('Erase everything').click()
  await clean(page)
  await page.getByRole('button', { name: 'Erase all of it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing behind this link')
  // who was still writing is told, and keeps the text
  await edits.getByRole('button', { name: 'Save' }).click()
  await expect(edits.getByRole('heading', { level: 1 })).toHaveText('Your comment is gone')
  await expect(edits.getByLabel('Your text')).toHaveValue('Still at it')
  await clean(edits)
  await page.goto(article)
  await expect(discussion(page).getByText(me.comment)).toHaveCount(0)
})
