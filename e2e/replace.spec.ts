import { randomUUID } from 'node:crypto'
import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { keepDraft, publishArticle } from './fixtures/articles'
import { publishMany } from './fixtures/replacing'
import { test } from './fixtures/staff'

/** A name that nothing else on the site has. */
const newName = () => `Acme${randomUUID().slice(0, 6)}`

test('words are replaced in 500 articles at once, but for what was skipped, and come back at once', async ({
  staff,
}) => {
  // two searches and two changes of 500 articles
  test.setTimeout(120_000)
  const [old, fresh] = [newName(), newName()]
  const ids = await publishMany(500, old)
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto('/dashboard/articles')
  await page.getByRole('link', { name: 'Find and replace' }).click()
  await page.getByLabel('Find', { exact: true }).fill(old)
  await page.getByLabel('Replace with').fill(fresh)
  await page.getByRole('button', { name: 'Show every place' }).click()
  const verdict = page.getByRole('region', { name: 'What was found' })
  await expect(verdict).toContainText('1,000 places in 500 articles.', { timeout: 45_000 })
  const first = verdict
    .getByRole('listitem')
    .filter({ hasText: `${old} number 0` })
    .first()
  await first.getByRole('checkbox', { name: /the firm of/ }).uncheck()
  await expect(first).toContainText('1 place of 2 chosen')
  await verdict.getByRole('button', { name: 'Replace 999 places in 500 articles' }).click()
  await expect(verdict).toContainText(`“${old}” replaced by “${fresh}” in 500 articles.`, { timeout: 45_000 })

  const reader = await page.context().newPage()
  await reader.goto(`/articles/${old.toLowerCase()}-1`)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`${fresh} number 1`)
  await reader.goto(`/articles/${old.toLowerCase()}-0`)
  await expect(reader.getByText(`In part 0 the firm of ${old} moves house.`)).toBeVisible()

  await page.goto(`/dashboard/articles/${ids[2]}`)
  await page.getByLabel('Title').fill('Changed by hand since')
  const saved = page.waitForResponse((response) => response.url().endsWith('/save'))
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await saved).status()).toBe(200)
  await page.getByRole('link', { name: 'Find and replace' }).click()
  const done = page.getByRole('list', { name: 'What was done' }).getByRole('listitem').first()
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('in 500 articles; 499 taken back.', { timeout: 45_000 })
  await reader.goto(`/articles/${old.toLowerCase()}-1`)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`${old} number 1`)
})

test('one article is looked through from its editor, and what would look damaged is said before', async ({
  staff,
  unique,
}) => {
  const author = await staff.colleague('author')
  const article = await publishArticle(unique('The words of AI'), 2, author)
  const page = await (await staff.signedIn(author)).newPage()
  await page.goto(`/dashboard/articles/${article.id}`)
  await page.getByRole('link', { name: 'Find and replace' }).click()
  await expect(page.getByText('alone. Look through all articles')).toBeVisible()
  await page.getByLabel('Find', { exact: true }).fill('Some')
  await page.getByLabel('Replace with').fill('A Apple of')
  await page.getByRole('button', { name: 'Show every place' }).click()
  const found = page.getByRole('region', { name: 'What was found' })
  await expect(found).toContainText('1 place in 1 article.')
  await expect(found.getByRole('list', { name: 'What would look damaged' })).toContainText('does not go with')
  await expectAccessible(page)
  await page.getByLabel('Find', { exact: true }).fill('Nobody wrote this')
  await page.getByRole('button', { name: 'Show every place' }).click()
  await expect(found).toContainText('“Nobody wrote this” stands nowhere in 1 article.')
})

test('an address changes where it is chosen, leads on, and comes back', async ({ staff, unique }) => {
  const [old, fresh] = [newName(), newName()]
  const author = await staff.colleague('author')
  const article = await publishArticle(unique(`${old} moves house`), 1, author)
  const page = await (await staff.signedIn(author)).newPage()
  await page.goto('/dashboard/articles/replace')
  await page.getByLabel('Find', { exact: true }).fill(old)
  await page.getByLabel('Replace with').fill(fresh)
  await page.getByLabel('Addresses of articles').check()
  await page.getByRole('button', { name: 'Show every place' }).click()
  await expect(
    page.getByRole('checkbox', { name: `Address: ${article.path.replace('/articles/', '')}` }),
  ).toBeChecked()
  await page.getByRole('button', { name: /^Replace \d places in 1 article$/ }).click()
  const done = page.getByRole('list', { name: 'What was done' }).getByRole('listitem').first()
  await expect(done).toContainText(`“${old}” replaced by “${fresh}” in 1 article.`)
  const reader = await page.context().newPage()
  await reader.goto(article.path)
  const moved = article.path.replace(old.toLowerCase(), fresh.toLowerCase())
  await expect(reader).toHaveURL(new RegExp(`${moved}$`))
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('Taken back by')
  await reader.goto(moved)
  await expect(reader).toHaveURL(new RegExp(`${article.path}$`))
})

test('what belongs somewhere for certain is mended from the queue of repairs, and taken back', async ({
  staff,
  unique,
}) => {
  const author = await staff.colleague('author')
  const title = unique('Twice')
  await keepDraft(author, title, 'The council met in the the morning.')
  const page = await (await staff.signedIn(author)).newPage()
  const suggested = page.getByRole('list', { name: 'Articles with suggestions' }).getByRole('listitem')
  // it is scored in the background
  await expect(async () => {
    await page.goto('/dashboard/articles/repairs')
    expect(await suggested.filter({ hasText: title }).count()).toBe(1)
  }).toPass()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Mend 1 place of ${title}` }).click()
  const done = page.getByRole('list', { name: 'What was done' }).getByRole('listitem').first()
  await expect(done).toContainText(`1 place mended in ${title}`)
  await expect(suggested.filter({ hasText: title })).toHaveCount(0)
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(done).toContainText('Taken back by')
})
