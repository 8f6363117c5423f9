import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { discussion, fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import { approveAll, decide, publishArticle, publishThread } from './fixtures/discussions'
import { test } from './fixtures/staff'

// a browser reports every document that comes with a refusal
test.use({ expectedErrors: [/status of 422/] })

const comment = (page: Page, name: string) =>
  page.getByRole('article', { name: `Comment by ${name}`, exact: true })

test.describe('a long and deep discussion', () => {
  test('is read to its last comment by links alone', async ({ page: looking, noScript, unique }) => {
    const article = await publishArticle(unique('Deep'))
    const ids = await publishThread(
      article,
      Array.from({ length: 15 }, (_, i) => (i === 0 ? null : i - 1)),
    )
    const page = await noScript.newPage()
    await page.goto(article.path)
    await expect(comment(page, 'Writer 8')).toBeVisible()
    await expect(comment(page, 'Writer 9')).toHaveCount(0)
    // no longer indented, it says whom it answers, and leads there
    await expect(
      comment(page, 'Writer 8').getByRole('link', { name: 'Writer 7', exact: true }),
    ).toHaveAttribute('href', `#comment-${ids[7]}`)
    await page.getByRole('link', { name: 'Continue this thread: 1 reply to Writer 8' }).click()
    await expect(page).toHaveURL(new RegExp(`/comments/${ids[8]}#replies$`))
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await expect(comment(page, 'Writer 14')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Continue this thread' })).toHaveCount(0)
    await looking.goto(article.path)
    await expectAccessible(looking)
    await page.goto(`${article.path}/comments/${ids[14]}`)
    await page.getByRole('link', { name: 'Further up this thread' }).click()
    await expect(page).toHaveURL(new RegExp(`/comments/${ids[9]}$`))
  })

  test('is paged in either order, and every reply that a page leaves out has a link', async ({
    noScript,
    unique,
  }) => {
    const article = await publishArticle(unique('Long'))
    // sixty threads, and 260 replies to the last
    const replies = Array.from({ length: 260 }, () => 59)
    const ids = await publishThread(article, [...Array.from({ length: 60 }, () => null), ...replies])
    const page = await noScript.newPage()
    await page.goto(article.path)
    await expect(comment(page, 'Writer 49')).toHaveCount(1)
    await expect(comment(page, 'Writer 50')).toHaveCount(0)
    await page.getByRole('link', { name: 'More comments' }).click()
    await expect(comment(page, 'Writer 50')).toHaveCount(1)
    await page.getByRole('link', { name: 'Newest first' }).click()
    await expect(page).toHaveURL(`${article.path}?order=newest#discussion`)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${article.path}$`))
    await expect(discussion(page).getByRole('article').first()).toHaveAccessibleName('Comment by Writer 59')
    await page.getByRole('link', { name: 'Earlier comments' }).click()
    await expect(comment(page, 'Writer 0')).toHaveCount(1)
    await page.getByRole('link', { name: 'Newest comments' }).click()
    await page.getByRole('link', { name: '60 more replies to Writer 59' }).click()
    await expect(page).toHaveURL(new RegExp(`/comments/${ids[59]}\\?after=[^&]+#replies$`))
    await expect(comment(page, 'Writer 260')).toHaveCount(1)
  })
})

test('staff pin a comment and call it a pick, and readers see both until it is taken down', async ({
  page,
  staff,
  unique,
}) => {
  const article = await publishArticle(unique('Pinned'))
  const [, , id = 0] = await publishThread(article, [null, null, null])
  const own = await (await staff.signedIn('moderator')).newPage()
  await own.goto(`/dashboard/articles/${article.id}/comments`)
  const item = own.getByRole('listitem').filter({ hasText: 'Writer 2' })
  await item.getByRole('button', { name: 'Pin' }).click()
  await expect(own.getByRole('list', { name: 'Pinned' })).toContainText('Writer 2')
  await item.getByRole('button', { name: 'Make an editor’s pick' }).click()
  await expect(item.getByRole('button', { name: 'No longer a pick' })).toBeVisible()
  await expectAccessible(own)
  await page.goto(article.path)
  await expect(page.getByRole('region', { name: 'Pinned comments' })).toContainText('What writer 2 says')
  await expect(comment(page, 'Writer 2')).toContainText('Pinned · Editor’s pick')
  await expectAccessible(page)
  const { items } = (await (await fetch(new URL(`/api${article.path}/comments`, page.url()))).json()) as {
    items: { id: number; pinned: boolean; highlighted: boolean }[]
  }
  expect(items.at(-1)).toMatchObject({ id, pinned: true, highlighted: true })
  await decide(id, 'removed')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Pinned comments' })).toHaveCount(0)
})

test('a quote of the article leads to its place there', async ({ page, noScript, unique }) => {
  const paragraphs = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} says what nobody else does.`)
  const article = await publishArticle(unique('Quoted'), new Date(Date.now() - 1000), paragraphs)
  const writing = await noScript.newPage()
  await writing.goto(article.path)
  await fillIn(writing, { ...GUEST, comment: '> Paragraph 30 says what nobody else\n\nHow so?' })
  await send(writing)
  await approveAll(article)
  await page.goto(article.path)
  const said = comment(page, GUEST.name).first()
  await expect(said.getByRole('blockquote')).toHaveText('Paragraph 30 says what nobody else')
  await page.evaluate(() => scrollTo(0, 0))
  await said.getByRole('link', { name: 'From the article' }).click()
  await expect(page.getByText('Paragraph 30 says what nobody else does.')).toBeInViewport()
})

test('a guest who could be taken for staff is asked for another name, and loses nothing', async ({
  noScript,
  staff,
  unique,
}) => {
  const article = await publishArticle(unique('Masked'))
  const { name } = await staff.colleague('editor')
  const page = await noScript.newPage()
  await page.goto(article.path)
  await fillIn(page, { ...GUEST, name: name.replace('o', 'о'), comment: 'Trust me' })
  expect((await send(page)).status).toBe(422)
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(
    /could be taken for somebody who works here/,
  )
  await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('Trust me')
})
