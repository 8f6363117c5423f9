import { setTimeout as sleep } from 'node:timers/promises'
import { discussion, fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import { countStored, publishArticle, setDiscussion, setPolicy } from './fixtures/discussions'
import { test } from './fixtures/staff'
import { postForm } from './forms'

// all tests come from one address
test.beforeAll(() => setPolicy({ 'discussion.perAddressPerMinute': 0 }))

// a browser reports every document that comes with a refusal
test.use({ expectedErrors: [/status of (403|404|409|422|429)/] })

test.describe('closing by age', () => {
  const DAY_MS = 86_400_000

  /** Asks again and again: what is answered before an instant is as it was, and what is asked for after it is not. */
  async function expectChangeAt(instant: number, url: string, words: string) {
    for (let isThere = false; !isThere;) {
      const askedAt = Date.now()
      isThere = (await (await fetch(url)).text()).includes(words)
      if (isThere) expect(Date.now()).toBeGreaterThanOrEqual(instant)
      else expect(askedAt).toBeLessThan(instant + 2_000)
      if (!isThere) await sleep(100)
    }
  }

  test('a page that was kept flips at the instant itself, and a form that was open has grace', async ({
    baseURL,
    unique,
  }) => {
    const closesAt = Date.now() + 5_000
    const article = await publishArticle(unique('Age'), new Date(closesAt - 14 * DAY_MS))
    const url = `${baseURL}${article.path}`
    const open = await (await fetch(url)).text()
    expect(open.replace(/<[^>]+>/g, '')).toMatch(/Comments close on \d+ \w+ \d{4}\./)
    await expectChangeAt(closesAt, url, 'Comments are closed.')
    const posted = await postForm(url, open, 'comment', { ...GUEST, comment: 'Begun in time' })
    expect(posted.status).toBe(303)
    expect(await countStored(article)).toBe(1)
  })

  test('a page that was kept opens again at the instant that was set', async ({ baseURL, unique }) => {
    const article = await publishArticle(unique('Again'))
    const url = `${baseURL}${article.path}`
    const reopensAt = new Date(Date.now() + 4_000)
    await setDiscussion(article, { discussion: 'closed', reopensAt })
    expect(await (await fetch(url)).text()).toContain('Comments are closed.')
    await expectChangeAt(reopensAt.getTime(), url, 'Post comment')
  })

  test('an explicit Open beats the policy, and a stamp that is not ours gives no grace', async ({
    page,
    baseURL,
    unique,
  }) => {
    const old = new Date(Date.now() - 14 * DAY_MS - 1000)
    const open = await publishArticle(unique('Open'), old)
    await setDiscussion(open, { discussion: 'open' })
    await page.goto(open.path)
    await expect(discussion(page)).toContainText('Comments are open.')
    const closed = await publishArticle(unique('Aged'), old)
    const html = await (await fetch(`${baseURL}${open.path}`)).text()
    const fields = { ...GUEST, comment: 'Let me in', article: String(closed.id) }
    const posted = await postForm(`${baseURL}${closed.path}`, html, 'comment', fields)
    expect(posted.status).toBe(403)
    expect(posted.text).toContain('Let me in')
    expect(await countStored(closed)).toBe(0)
  })

  test('an old article without comments says since when and why', async ({ page }) => {
    await page.goto('/articles/stability-ai-ceo-resigns-ai-centralization')
    await expect(page.getByRole('heading', { name: '0 comments · 1 mention' })).toBeVisible()
    await expect(discussion(page)).toContainText(
      'Comments are closed. They closed on 7 April 2024, 14 days after publication, as they do for all our articles.',
    )
    await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
    const mentions = page.getByRole('complementary', { name: 'Mentioned in' })
    await expect(mentions.getByRole('link')).toHaveText(
      'European Union Launches Investigations Into Big Tech DMA',
    )
  })

  test('staff still answer on a closed discussion', async ({ staff, unique }) => {
    const article = await publishArticle(unique('Answer'))
    await setDiscussion(article, { discussion: 'closed' })
    const page = await (await staff.signedIn('reviewer')).newPage()
    await page.goto(article.path)
    await expect(discussion(page)).toContainText('Comments are closed.')
    await fillIn(page, { comment: 'A last word' })
    expect((await send(page)).status).toBe(303)
    await expect(page.getByText('A last word')).toBeVisible()
  })
})
