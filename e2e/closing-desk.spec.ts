import type { Page } from '@playwright/test'
import { discussion, fillIn, send } from './comment-form'
import { expect } from './fixtures'
import { publishArticle, publishComment, setDiscussion } from './fixtures/discussions'
import { test } from './fixtures/staff'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS)

const group = (page: Page) => page.getByRole('group', { name: 'Discussion', exact: true })
const history = (page: Page) => page.getByRole('list', { name: 'History of the discussion' })

/** Comes back when the browser has been answered. */
async function saved(page: Page, name: string, act: () => Promise<unknown>) {
  const answered = page.waitForResponse((response) => response.url().endsWith(`/${name}`))
  await act()
  expect((await answered).status()).toBe(200)
}

test('closing by hand leaves who, when and why, and says when it opens again', async ({ staff, unique }) => {
  const article = await publishArticle(unique('By hand'), ago(3))
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto(`/dashboard/articles/${article.id}`)
  await expect(group(page)).toContainText('Comments close on')
  await group(page).getByLabel('Reason for the next change (optional)').fill('Too hot today')
  await saved(page, 'discussion', () => group(page).getByRole('radio', { name: 'Closed' }).check())
  await expect(history(page).getByRole('listitem').first()).toContainText(
    /^Closed on .* reason: Too hot today\./,
  )
  await group(page).getByLabel('Until (optional)').fill('2099-05-01T09:00')
  await saved(page, 'discussion', () => group(page).getByRole('button', { name: 'Set reopening' }).click())
  await expect(group(page)).toContainText('It opens again on 1 May 2099.')
  await page.goto(article.path)
  await expect(discussion(page)).toContainText(/Comments are closed\. .* They open again on 1 May 2099\./)
})

test('a note and a late answer of staff stand on a closed discussion, and say what they are', async ({
  staff,
  unique,
}) => {
  const article = await publishArticle(unique('Noted'), ago(3))
  await setDiscussion(article, { discussion: 'closed' })
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto(`/dashboard/articles/${article.id}`)
  await page.getByRole('textbox', { name: 'Closing note' }).fill('Thank you *all*.')
  await saved(page, 'note', () => page.getByRole('button', { name: 'Set note' }).click())
  await expect(page.getByText('Saved. Readers see it now.')).toBeVisible()
  await page.goto(article.path)
  await expect(page.getByRole('complementary', { name: 'Closing note' })).toContainText('Thank you all.')
  await fillIn(page, { comment: 'One more thing' })
  expect((await send(page)).status).toBe(303)
  await expect(page.getByRole('article').filter({ hasText: 'One more thing' })).toContainText(
    'staff, after closing',
  )
})

test('another date says first that it would close the comments', async ({ staff, unique }) => {
  const article = await publishArticle(unique('Dated'), ago(3))
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto(`/dashboard/articles/${article.id}`)
  await page.getByRole('button', { name: 'Change the date' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the date' })
  await dialog.getByRole('textbox').fill('2024-01-02T09:00')
  await expect(dialog).toContainText('This would close its comments now.')
  await expect(dialog).toContainText('They closed on 16 January 2024, 14 days after publication')
  await saved(page, 'date', () =>
    dialog.getByRole('button', { name: 'Change the date and close comments' }).click(),
  )
  await expect(group(page)).toContainText("by the site's policy, 14 days after publication.")
})

test('replies alone are taken where new threads are switched off', async ({ staff, page, unique }) => {
  const article = await publishArticle(unique('Switched'), ago(3))
  const id = await publishComment(article, 'The first word')
  const own = await (await staff.signedIn('editor')).newPage()
  await own.goto(`/dashboard/articles/${article.id}`)
  await saved(own, 'switches', () => own.getByLabel('New threads').selectOption('None'))
  await page.goto(article.path)
  await expect(discussion(page)).toContainText('Only replies are taken.')
  await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
  await page.goto(`${article.path}/comments/${id}`)
  await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()
})

test('many are closed at once after a look at what that does, and taken back', async ({ staff, unique }) => {
  const name = unique('Many')
  const articles = [
    await publishArticle(`${name} one`, ago(5)),
    await publishArticle(`${name} two`, ago(4)),
    await publishArticle(`${name} three`, ago(1)),
  ]
  const page = await (await staff.signedIn('moderator')).newPage()
  await page.goto('/dashboard/articles')
  await page.getByRole('link', { name: 'Close or reopen many at once' }).click()
  await page.getByLabel('Words in the title').fill(name)
  await page.getByLabel('Published at least so many days ago').fill('2')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  await expect(page.getByText('Closes 2 articles, none of them active this week.')).toBeVisible()
  const reason = unique('Reason')
  await page.getByLabel('Reason (optional)').fill(reason)
  await page.getByRole('button', { name: 'Close 2 articles' }).click()
  const done = page
    .getByRole('list', { name: 'What was done' })
    .getByRole('listitem')
    .filter({ hasText: reason })
  await expect(done).toContainText('Closed 2 articles.')
  const states = () =>
    Promise.all(
      articles.map(async ({ path }) =>
        (await (await fetch(new URL(path, page.url()))).text()).includes('Comments are closed.'),
      ),
    )
  expect(await states()).toEqual([true, true, false])
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('Closed 2 articles; 2 taken back.')
  expect(await states()).toEqual([false, false, false])
})

test('what closed lately is listed with the questions that nobody answered', async ({ staff, unique }) => {
  const article = await publishArticle(unique('Lately'), ago(3))
  await publishComment(article, 'Is anybody there?')
  await setDiscussion(article, { discussion: 'closed' })
  const page = await (await staff.signedIn('moderator')).newPage()
  await page.goto('/dashboard/discussion')
  await page.getByRole('link', { name: 'Closed lately' }).click()
  const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: article.title }) })
  await expect(item).toContainText('1 comment')
  await expect(item).toContainText('Is anybody there?')
})
