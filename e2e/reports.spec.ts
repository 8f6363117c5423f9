import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'
import { decide, publishArticle, publishComment } from './fixtures/discussions'

// a browser reports every document that comes with a refusal
test.use({ expectedErrors: [/status of (404|409|410|422)/] })

const sendReport = (page: Page) => page.getByRole('button', { name: 'Send report' }).click()

for (const script of [true, false])
  test(`a reader reports a comment ${script ? 'with' : 'without'} JavaScript`, async ({
    newContext,
    baseURL,
    unique,
  }) => {
    const article = await publishArticle(unique('Reported'))
    const id = await publishComment(article, 'Buy my watches')
    const page = await (await newContext({ javaScriptEnabled: script })).newPage()
    await page.goto(`${baseURL}${article.path}`)
    await page.locator(`#comment-${id}`).getByRole('link', { name: 'Report' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report a comment')
    if (script) await expectAccessible(page)

    await page.getByLabel('More about it (optional)').fill('Three times already')
    await sendReport(page)
    await expect(page.getByRole('alert')).toContainText('Choose what is wrong with it')
    await expect(page.getByLabel('More about it (optional)')).toHaveValue('Three times already')

    await page.getByLabel('It advertises something').check()
    await sendReport(page)
    await expect(page.getByText('The editors will look at this comment.')).toBeVisible()

    await page.goto(`${baseURL}${article.path}/comments/${id}/report`)
    await page.getByLabel('It advertises something').check()
    await page.getByLabel('More about it (optional)').fill('A fourth time')
    await decide(id, 'removed')
    await sendReport(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This comment is gone')
    await expect(page.getByLabel('Your text')).toHaveValue('A fourth time')
    if (script) await expectAccessible(page)
    await decide(id, 'published')
    await page.goto(`${baseURL}${article.path}`)
    await expect(page.locator(`#comment-${id}`)).toContainText('Buy my watches')
  })

test('nobody finds the report of a comment that is not there', async ({ baseURL, unique }) => {
  const article = await publishArticle(unique('Nothing'))
  expect((await fetch(`${baseURL}${article.path}/comments/999999999/report`)).status).toBe(404)
})
