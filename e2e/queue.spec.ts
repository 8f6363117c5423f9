import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { publishArticle, sayAsGuest } from './fixtures/articles'
import { test } from './fixtures/staff'

const items = (page: Page) => page.getByRole('article')
const item = (page: Page, name: string) => items(page).filter({ hasText: name })

/** An article with so many held comments; the names of their authors, as the queue lists them. */
async function waiting(unique: (word: string) => string, count: number) {
  const { id } = await publishArticle(unique('Queued'))
  const names = Array.from({ length: count }, () => unique('Guest'))
  for (const name of names) await sayAsGuest(id, name, `Words of ${name}.`)
  return { path: `/dashboard/discussion?article=${id}`, names: names.toReversed() }
}

test('the queue is narrowed by plain addresses, which work without JavaScript', async ({ staff, unique }) => {
  const { path, names } = await waiting(unique, 2)
  const [first = '', second = ''] = names
  const page = await (await staff.signedIn('moderator', { javaScriptEnabled: false })).newPage()
  await page.goto(path)
  await expect(items(page)).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Search comments' }).fill(`"words of ${second}"`)
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveCount(1)
  await expect(item(page, second)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Held 1' })).toBeVisible()
  await page.getByText('More conditions').click()
  await page.getByLabel('Reason').selectOption('Links')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing here meets these conditions' })).toBeVisible()
  await page.goBack()
  await expect(items(page)).toHaveCount(1)
  await page.reload()
  await expect(items(page)).toHaveCount(1)
  await page.getByRole('link', { name: 'Any article' }).click()
  await expect(item(page, second)).toBeVisible()
  await expect(item(page, first)).toHaveCount(0)
})

test('an article is chosen by words of its title, and an author however the address is written', async ({
  staff,
  unique,
}) => {
  const word = unique('Queued').slice(-8)
  const [one, two] = [await publishArticle(`First of ${word}`), await publishArticle(`Second of ${word}`)]
  await sayAsGuest(one.id, unique('Guest'), 'Under the first.')
  await sayAsGuest(two.id, unique('Guest'), 'Under the second.')
  const page = await (await staff.signedIn('moderator', { javaScriptEnabled: false })).newPage()
  await page.goto('/dashboard/discussion')
  const more = page.getByText('More conditions')
  await more.click()
  await page.getByLabel('Article’s title').fill(word)
  await page.keyboard.press('Enter')
  await page
    .getByRole('list', { name: 'Which article?' })
    .getByRole('link', { name: `Second of ${word}` })
    .click()
  await expect(items(page)).toHaveText([/Under the second/])
  await more.click()
  await page.getByLabel('Article’s title').fill(`first ${word}`)
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveText([/Under the first/])
  await more.click()
  await page.getByLabel('Author’s email').fill('GUEST@Example.com')
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveText([/Under the first/])
})

test('staff say at the desk which digests they want', async ({ staff }) => {
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto('/dashboard/discussion')
  await page.getByRole('link', { name: 'Your mail' }).click()
  await page.getByLabel('Comments wait for a decision').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Comments wait for a decision')).not.toBeChecked()
  await expect(page.getByLabel('Discussions have closed')).toBeChecked()
  await expectAccessible(page)
})

test('the queue is worked by single keys, which rest while one types and can be switched off', async ({
  staff,
  unique,
}) => {
  const { path, names } = await waiting(unique, 3)
  const [first = '', second = '', third = ''] = names
  const page = await (await staff.signedIn('moderator')).newPage()
  await page.goto(path)
  await page.keyboard.press('j')
  await expect(item(page, first)).toBeFocused()
  await page.keyboard.press('Control+s')
  await page.keyboard.press('a')
  await expect(item(page, second)).toBeFocused()
  await expect(item(page, first)).toContainText('Approved. Readers see it now.')
  await page.keyboard.press('r')
  await expect(item(page, third)).toBeFocused()
  await page.keyboard.press('k')
  await expect(item(page, second)).toContainText('Removed.')
  await page.keyboard.press('u')
  await expect(item(page, second)).toContainText('Taken back: it is held again.')
  await expect(item(page, second).getByRole('button', { name: 'Approve' })).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('harass')
  await expect(page.getByRole('searchbox')).toHaveValue('harass')
  await item(page, second).getByRole('button', { name: 'Approve' }).focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  await expectAccessible(page)
  await sheet.getByRole('switch', { name: 'Single keys decide' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await item(page, second).getByRole('button', { name: 'Approve' }).focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('link', { name: 'Spam 0' })).toBeVisible()
  await page.reload()
  await page.keyboard.press('j')
  await expect(item(page, second)).not.toBeFocused()
})

test('many are decided about at once; what a colleague decided meanwhile is left alone and shown', async ({
  staff,
  unique,
}) => {
  const { path, names } = await waiting(unique, 4)
  const [first = '', second = '', third = '', fourth = ''] = names
  const ada = await staff.colleague('moderator')
  const theirs = await (await staff.signedIn(ada)).newPage()
  const page = await (await staff.signedIn('editor')).newPage()
  for (const each of [page, theirs]) await each.goto(path)
  await item(theirs, second).getByRole('button', { name: 'Spam' }).click()
  await expect(item(theirs, second)).toContainText('Put with the spam.')

  await page.getByRole('checkbox', { name: `Choose the comment by ${first}` }).check()
  await page.getByRole('checkbox', { name: `Choose the comment by ${third}` }).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'Chosen comments' })
  await expect(bar).toContainText('3 comments chosen')
  await expectAccessible(page)
  await bar.getByRole('button', { name: 'Remove 3' }).click()
  await expect(bar).toContainText('2 comments removed. 1 had changed meanwhile: it was left alone.')
  await expect(item(page, first)).toContainText('Removed.')
  await expect(item(page, second)).toContainText(
    new RegExp(`${ada.name} decided first, .*: it is spam now\\.`),
  )
  await expect(page.getByRole('link', { name: 'Held 1' })).toBeVisible()

  // the other one looks again, and learns what became of the comments on the screen
  await theirs.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(item(theirs, third)).toContainText('decided first')
  await item(theirs, third).getByRole('button', { name: 'Approve' }).click()
  await expect(item(theirs, third)).toContainText('Approved.')

  await bar.getByRole('button', { name: 'Undo all of it' }).click()
  await expect(bar).toContainText('Taken back for 1 comment. 1 was left as somebody decided since.')
  await expect(item(page, first)).toContainText('It is held now.')
  await expect(item(page, third)).toContainText('It is public now.')
  await expect(item(page, fourth).getByRole('button', { name: 'Approve' })).toBeEnabled()
})

test('new comments are told of without moving what one reads', async ({ staff, unique }) => {
  const { id } = await publishArticle(unique('Queued'))
  await sayAsGuest(id, 'Early', 'First words.')
  const page = await (await staff.signedIn('moderator')).newPage()
  await page.goto(`/dashboard/discussion?article=${id}`)
  await expect(items(page)).toHaveCount(1)
  await sayAsGuest(id, 'Late', 'Second words.')
  // nobody listens before the page is alive
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByRole('link', { name: '1 new since: show' })).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await expect(items(page)).toHaveCount(1)
  await page.getByRole('link', { name: '1 new since: show' }).click()
  await expect(items(page)).toHaveCount(2)
})

test('all that a queue means are decided about without JavaScript, and taken back', async ({
  staff,
  unique,
}) => {
  const { path } = await waiting(unique, 3)
  const page = await (await staff.signedIn('moderator', { javaScriptEnabled: false })).newPage()
  await page.goto(path)
  await page.getByRole('link', { name: 'Decide about all of them' }).click()
  await page.getByRole('button', { name: 'Spam 3' }).click()
  const done = page.getByRole('list', { name: 'What was done' }).getByRole('listitem').first()
  await expect(done).toContainText('3 comments put with the spam.')
  await expect(page.getByText('No comment meets these conditions.')).toBeVisible()
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('3 taken back')
  await expect(page.getByRole('button', { name: 'Spam 3' })).toBeVisible()
})

test('a comment is answered from the desk, and its author kept out', async ({ staff, request, unique }) => {
  const { id, path } = await publishArticle(unique('Answered'))
  const [name, words] = [unique('Guest'), unique('Reply')]
  await sayAsGuest(id, name, 'How much is it?')
  const colleague = await staff.colleague('moderator')
  const page = await (await staff.signedIn(colleague)).newPage()
  await page.goto(`/dashboard/discussion?article=${id}`)
  await item(page, name).getByRole('link', { name: 'context, author and reply' }).click()
  await page.getByLabel(`Reply as ${colleague.name}`).fill(words)
  await page.getByRole('button', { name: 'Approve and reply' }).click()
  await expect(page.getByText('Posted. See it in the discussion')).toBeVisible()
  expect(await (await request.get(path)).text()).toContain(words)
  await expect(page.getByRole('list', { name: 'Answers to it' })).toContainText(words)
  await expect(page.getByText(`${colleague.name} approved it.`)).toBeVisible()
  const ban = page.getByRole('region', { name: 'Ban' })
  await ban.getByLabel('Ban by').selectOption('Their name')
  await ban.getByRole('button', { name: 'Ban' }).click()
  await expect(ban.getByRole('status')).toContainText('Banned.')
  await expectAccessible(page)
})
