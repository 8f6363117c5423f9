import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { publishArticle } from './fixtures/articles'
import { test } from './fixtures/staff'

const STABILITY = '/articles/stability-ai-ceo-resigns-ai-centralization'
const BADGE = { name: /^\d+ \/ 100$/ }

test('readers see the score of an article, and how it came about, without JavaScript', async ({
  noScript,
  request,
}) => {
  const page = await noScript.newPage()
  // the starter content is scored beside the first visitors
  await expect(async () => {
    await page.goto(STABILITY)
    expect(await page.getByRole('link', BADGE).count()).toBe(1)
  }).toPass()
  const total = (await page.getByRole('link', BADGE).textContent()) ?? ''
  await page.getByRole('link', BADGE).click()
  await expect(page).toHaveURL(`${STABILITY}/score`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Score: ${total}`)
  for (const part of ['Search hygiene', 'Readability', 'Integrity'])
    await expect(page.getByRole('heading', { name: part })).toBeVisible()
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  const api = (await (await request.get(`/api${STABILITY}`)).json()) as { score: { total: number } }
  expect(`${api.score.total} / 100`).toBe(total)
})

test('the explanation is accessible', async ({ page }) => {
  await page.goto(`${STABILITY}/score`)
  await expectAccessible(page)
})

test('an article that hides its score has neither badge nor explanation, and programs still know it', async ({
  staff,
  unique,
  request,
}) => {
  const author = await staff.colleague('author')
  const article = await publishArticle(unique('Scored'), 0, author)
  const page = await (await staff.signedIn(author)).newPage()
  await page.goto(`/dashboard/articles/${article.id}`)
  await page.getByLabel('Badge').selectOption('Hide the score')
  await expect(page.getByText('Saved.')).toBeVisible()
  expect((await request.get(`${article.path}/score`)).status()).toBe(404)
  expect(await (await request.get(article.path)).text()).not.toContain(`${article.path}/score`)
  await expect(async () => {
    const api = (await (await request.get(`/api${article.path}`)).json()) as { score: unknown }
    expect(api.score).toMatchObject({ total: expect.any(Number) })
  }).toPass()
})

test('the desk lists the worst first, and scores all again', async ({ staff }) => {
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto('/dashboard/articles/scores')
  const table = page.getByRole('table', { name: 'Articles by their score' })
  const totals = await table.getByRole('cell', { name: / \/ 100/ }).allTextContents()
  const points = totals.map((text) => Number.parseInt(text))
  expect(points.length).toBeGreaterThan(5)
  expect(points).toEqual(points.toSorted((a, b) => a - b))
  await page.getByRole('button', { name: 'Score all again' }).click()
  await expect(page.getByText(/it looked at \d+ articles/)).toBeVisible()
  await page.getByLabel('State').selectOption('Draft')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/state=draft/)
  await expectAccessible(page)
})
