import { discussion, fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import {
  countStored,
  crowd,
  move,
  publishAgain,
  publishArticle,
  publishComment,
  setDiscussion,
  setPolicy,
  unpublish,
} from './fixtures/discussions'
import { test } from './fixtures/staff'

// all tests come from one address
test.beforeAll(() => setPolicy({ 'discussion.perAddressPerMinute': 0 }))

// a browser reports every document that comes with a refusal
test.use({ expectedErrors: [/status of (403|404|409|410|422|429)/] })

for (const javaScriptEnabled of [true, false])
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a comment is held, approved by staff, and then read by all', async ({ page, staff, unique }) => {
      const article = await publishArticle(unique('Held'))
      const words = unique('Words')
      await page.goto(article.path)
      await expect(page.getByRole('heading', { name: '0 comments' })).toBeVisible()
      await fillIn(page, { ...GUEST, comment: `${words}, with *emphasis* and https://example.com/a` })
      expect((await send(page)).status).toBe(303)

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Your comment is waiting for an editor',
      )
      await expect(page.getByText(words)).toBeVisible()
      const own = page.url()
      await page.goto(article.path)
      await expect(page.getByText(words)).toHaveCount(0)

      const desk = await (await staff.signedIn('moderator', { javaScriptEnabled: true })).newPage()
      await desk.goto('/dashboard/discussion')
      const item = desk.getByRole('article').filter({ hasText: words })
      await item.getByRole('button', { name: 'Approve' }).click()
      await expect(item.getByRole('button', { name: 'Undo' })).toBeVisible()

      await page.goto(article.path)
      await expect(page.getByRole('heading', { name: '1 comment' })).toBeVisible()
      const comment = page.getByRole('article', { name: 'Comment by Dana Whitlock' })
      await expect(comment.getByText(words)).toBeVisible()
      await expect(comment.locator('em')).toHaveText('emphasis')
      await expect(comment.getByRole('link', { name: 'https://example.com/a' })).toHaveAttribute(
        'rel',
        /nofollow ugc/,
      )
      await page.goto(own)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is published')
      await page.getByRole('link', { name: 'in the discussion' }).click()
      await expect(page.getByText(words)).toBeVisible()
    })

    test('a reply nests under its parent', async ({ page, staff, unique }) => {
      const article = await publishArticle(unique('Reply'))
      await publishComment(article, 'What does it cost?')
      const colleague = await staff.colleague('author')
      const desk = await (await staff.signedIn(colleague, { javaScriptEnabled })).newPage()
      await desk.goto(article.path)
      await desk.getByRole('link', { name: 'Reply to Dana' }).click()
      await expect(desk.getByLabel('Email')).toHaveCount(0)
      await fillIn(desk, { comment: 'Less than you fear.' })
      expect((await send(desk)).status).toBe(303)
      await expect(desk).toHaveURL(/#comment-\d+$/)

      await page.goto(article.path)
      await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible()
      const reply = page
        .getByRole('listitem')
        .getByRole('listitem')
        .filter({ hasText: 'Less than you fear.' })
      await expect(reply).toContainText(colleague.name)
      await expect(reply).toContainText('staff')
    })

    test('an invalid comment comes back with its text, and says what is wrong', async ({ page, unique }) => {
      const article = await publishArticle(unique('Invalid'))
      await page.goto(article.path)
      const typed = { name: '', email: 'no address', website: 'ftp://example.com', comment: 'Kept *words*' }
      await fillIn(page, typed)
      expect((await send(page)).status).toBe(422)
      const alert = page.getByRole('alert')
      await expect(alert).toContainText('Your comment was not posted.')
      await expect(alert).toBeFocused()
      await expect(alert).toBeInViewport()
      await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Write your name')
      await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByLabel('Email')).toHaveValue(typed.email)
      await expect(page.getByLabel('Website (optional)')).toHaveValue(typed.website)
      await expect(page.getByLabel('Comment', { exact: true })).toHaveValue(typed.comment)
      expect(await countStored(article)).toBe(0)
    })

    test('the same comment twice is refused, and nothing typed is lost', async ({ page, unique }) => {
      const article = await publishArticle(unique('Twice'))
      const comment = 'Said once is enough.'
      for (const status of [303, 409]) {
        await page.goto(article.path)
        await fillIn(page, { ...GUEST, comment })
        expect((await send(page)).status).toBe(status)
      }
      await expect(page.getByRole('alert')).toBeFocused()
      await expect(page.getByLabel('Comment', { exact: true })).toHaveValue(comment)
      expect(await countStored(article)).toBe(1)
    })

    test('where too many write at once, a comment waits as long as it is told', async ({ page, unique }) => {
      const article = await publishArticle(unique('Crowd'))
      await crowd(article, 60, 40)
      await page.goto(article.path)
      await fillIn(page, { ...GUEST, comment: 'In a hurry' })
      const { status, headers } = await send(page)
      expect(status).toBe(429)
      const seconds = Number(headers['retry-after'])
      expect(seconds).toBeGreaterThan(10)
      expect(seconds).toBeLessThanOrEqual(20)
      await expect(page.getByRole('alert')).toContainText(`${seconds} seconds`)
      await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('In a hurry')
      expect(await countStored(article)).toBe(60)
    })

    test('a form that was open while comments were closed gives the text back', async ({ page, unique }) => {
      const article = await publishArticle(unique('Closed'))
      await page.goto(article.path)
      await fillIn(page, { ...GUEST, comment: 'Too late, but *not lost*' })
      await setDiscussion(article, { discussion: 'closed' })
      expect((await send(page)).status).toBe(403)
      await expect(page.getByRole('alert')).toContainText('Comments are closed. The editors closed them on')
      await expect(page.getByRole('alert')).toBeFocused()
      await expect(page.getByLabel('Your comment')).toHaveValue('Too late, but *not lost*')
      await expect(page.getByLabel('Your comment')).not.toBeEditable()
      await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
      expect(await countStored(article)).toBe(0)

      await page.goto(article.path)
      await expect(discussion(page)).toContainText('Comments are closed.')
      await expect(page.getByLabel('Your comment')).toHaveCount(0)
    })

    test('an article that moved meanwhile gives the text back at its new address', async ({
      page,
      unique,
    }) => {
      const article = await publishArticle(unique('Moved'))
      await page.goto(article.path)
      await fillIn(page, { name: 'Dana', email: '', comment: 'Moved along' })
      const path = await move(article)
      await send(page)
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(page.getByRole('alert')).toContainText('Your comment was not posted.')
      await expect(page.getByLabel('Comment', { exact: true })).toHaveValue('Moved along')
      await fillIn(page, GUEST)
      expect((await send(page)).status).toBe(303)
      expect(await countStored(article)).toBe(1)
    })

    test('an article that was taken down meanwhile gives the text back too', async ({ page, unique }) => {
      const article = await publishArticle(unique('Gone'))
      const id = await publishComment(article, 'Still here')
      for (const path of [article.path, `${article.path}/comments/${id}`]) {
        const other = await page.context().newPage()
        await other.goto(path)
        await fillIn(other, { ...GUEST, comment: 'Not lost either' })
        await unpublish(article)
        expect((await send(other)).status).toBe(410)
        await expect(other.getByLabel('Your comment')).toHaveValue('Not lost either')
        await publishAgain(article)
        await other.close()
      }
    })
  })
