import { expectAccessible } from './accessible'
import { discussion, fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import { decide, publishArticle, publishComment, setDiscussion, setPolicy } from './fixtures/discussions'
import { test } from './fixtures/staff'

// all tests come from one address
test.beforeAll(() => setPolicy({ 'discussion.perAddressPerMinute': 0 }))

// a browser reports every document that comes with a refusal
test.use({ expectedErrors: [/status of (403|404|409|422|429)/] })

test.describe('addresses', () => {
  test('a comment has an address that survives a wrong slug, and falls with the comment', async ({
    page,
    unique,
  }) => {
    const article = await publishArticle(unique('Address'))
    const id = await publishComment(article, 'Find me')
    await page.goto(`/articles/another-slug/comments/${id}`)
    await expect(page).toHaveURL(new RegExp(`${article.path}/comments/${id}$`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comment by Dana')
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', page.url())
    await decide(id, 'removed')
    expect((await page.goto(page.url()))?.status()).toBe(404)
  })

  test('a removed comment with replies is a tombstone', async ({ page, unique }) => {
    const article = await publishArticle(unique('Tombstone'))
    const id = await publishComment(article, 'Words that go')
    await publishComment(article, 'Words that stay', id)
    await decide(id, 'removed')
    for (const path of [article.path, `${article.path}/comments/${id}`]) {
      await page.goto(path)
      await expect(page.getByText('This comment was removed.')).toBeVisible()
      await expect(page.getByText('Words that stay')).toBeVisible()
      await expect(page.getByText('Words that go')).toHaveCount(0)
    }
    await page.goto(article.path)
    await expect(page.getByRole('heading', { name: '1 comment' })).toBeVisible()
  })

  test('the page of a comment’s author is kept nowhere and found by nobody', async ({ page, unique }) => {
    const article = await publishArticle(unique('Secret'))
    await page.goto(article.path)
    await fillIn(page, { ...GUEST, comment: 'Mine alone' })
    await send(page)
    const answer = await fetch(page.url())
    expect(answer.headers.get('cache-control')).toBe('no-store')
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'same-origin')
    expect((await fetch(`${page.url()}x`)).status).toBe(404)
  })
})

test('what a stranger writes never runs', async ({ page, unique }) => {
  const article = await publishArticle(unique('Hostile'))
  const payloads = [
    '<script>document.title="run"</script><img src=x onerror="document.title=1">',
    '[x](javascript:alert(1)) ![x](data:text/html,<script>alert(1)</script>) <javascript:alert(1)>',
    '`</code><script>alert(1)</script>`\n\n> <svg/onload=alert(1)>',
    '[a](https://e.example/"onmouseover="alert(1))',
    `${'w'.repeat(300)} \u202Eevil\u202C ${'مرحبا '.repeat(10)} 👩‍👩‍👧‍👦`,
  ]
  for (const payload of payloads) await publishComment(article, payload)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(article.path)
  await expect(page).toHaveTitle(new RegExp(article.title))
  const section = discussion(page)
  await expect(section.locator('script, img, svg, iframe, [onerror], [onload], [onmouseover]')).toHaveCount(0)
  for (const link of await section.getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|\/|#)/)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})

test('a comment of the greatest length, in a script of wide letters, comes back as often as it is refused', async ({
  noScript,
  unique,
}) => {
  const article = await publishArticle(unique('Long'))
  const words = '漢'.repeat(65_000)
  const page = await noScript.newPage()
  await page.goto(article.path)
  for (let tries = 0; tries < 3; tries++) {
    await fillIn(page, { name: '', comment: words })
    expect((await send(page)).status).toBe(422)
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe(words)
  }
  await fillIn(page, GUEST)
  expect((await send(page)).status).toBe(303)
})

test('the whole form is reached and sent by keyboard', async ({ page, unique }) => {
  const article = await publishArticle(unique('Keyboard'))
  await page.goto(article.path)
  await page.getByLabel('Name').focus()
  for (const text of ['Dana', 'dana@example.com', 'example.com', 'By hand']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await expect(page.getByRole('button', { name: 'Post comment' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is waiting for an editor')
})

test.describe('the discussion is accessible', () => {
  test('where it is read, as a page and as one thread', async ({ page, unique }) => {
    const article = await publishArticle(unique('Axe'))
    let parent: number | null = null
    for (let depth = 0; depth < 7; depth++)
      parent = await publishComment(article, '*one* `two`\n\n> three', parent)
    await page.goto(article.path)
    await expectAccessible(page)
    await page.goto(`${article.path}/comments/${parent}`)
    await expectAccessible(page)
  })

  test('where a comment is refused, and where it waits', async ({ page, unique }) => {
    const article = await publishArticle(unique('Axe'))
    await page.goto(article.path)
    await fillIn(page, { name: '', comment: 'Words' })
    expect((await send(page)).status).toBe(422)
    await expectAccessible(page)
    await fillIn(page, { ...GUEST, comment: unique('Words') })
    await send(page)
    await expectAccessible(page)
  })

  test('where a comment comes too late', async ({ page, unique }) => {
    const article = await publishArticle(unique('Axe'))
    await page.goto(article.path)
    await fillIn(page, { ...GUEST, comment: 'Late' })
    await setDiscussion(article, { discussion: 'closed' })
    await send(page)
    await expectAccessible(page)
  })
})
