import { expectAccessible } from './accessible'
import { fillIn, GUEST, send } from './comment-form'
import { expect } from './fixtures'
import { publishArticle, publishComment } from './fixtures/discussions'
import { test } from './fixtures/staff'

test('a word is tried on what was said, kept, and found in the next comment', async ({
  staff,
  noScript,
  baseURL,
  unique,
}) => {
  const word = unique('watch').replace(' ', '')
  const article = await publishArticle(unique('Words'))
  await publishComment(article, `I sell a ${word}, approved by mistake`)
  const page = await (await staff.signedIn('editor')).newPage()
  await page.goto('/dashboard/discussion')
  await page.getByRole('link', { name: 'Rules' }).click()
  await expectAccessible(page)

  const list = page.getByLabel('Words to look at')
  await list.fill(`${await list.inputValue()}\n${word}`)
  await page.getByRole('button', { name: 'Try on the last 30 days' }).first().click()
  const touched = page.getByRole('list', { name: 'Comments that it would have touched' })
  await expect(touched.getByRole('listitem').filter({ hasText: word })).toContainText(
    'approved by a moderator',
  )
  await page.getByRole('button', { name: 'Save the list' }).first().click()
  await expect(page.getByText(/Saved: \d+ entr/)).toBeVisible()

  const guest = await noScript.newPage()
  await guest.goto(`${baseURL}${article.path}`)
  await fillIn(guest, { ...GUEST, comment: `Another **${word.slice(0, 3)}**${word.slice(3)} for you` })
  expect((await send(guest)).status).toBe(303)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Your comment is waiting for an editor')
  await page.goto(`/dashboard/discussion?article=${article.id}`)
  await expect(page.getByRole('article').filter({ hasText: 'for you' })).toContainText(
    `On the list of words to look at: “${word}”`,
  )
})

test('whoever is banned writes for nobody, until the ban is lifted', async ({ staff, page, unique }) => {
  const name = unique('Mallory')
  const article = await publishArticle(unique('Bans'))
  const desk = await (await staff.signedIn('moderator')).newPage()
  await desk.goto('/dashboard/discussion/rules')
  await expect(desk.getByLabel('Words to look at')).toHaveCount(0)
  await desk.getByLabel('Pattern').fill('*')
  await desk.getByRole('button', { name: 'Ban', exact: true }).click()
  await expect(desk.getByText('Write at least two letters or digits in a row')).toBeVisible()
  await desk.getByLabel('Ban by').selectOption('Name')
  await desk.getByLabel('Pattern').fill(`${name}*`)
  await desk.getByLabel('Reason').fill('Sells watches')
  await desk.getByRole('button', { name: 'Ban', exact: true }).click()
  await expect(desk.getByRole('list', { name: 'Bans' })).toContainText(`${name.toLowerCase()}*`)

  await page.goto(article.path)
  await fillIn(page, { ...GUEST, name: `${name} again`, comment: 'It is me' })
  await send(page)
  // nobody is told
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is waiting for an editor')
  await desk.goto(`/dashboard/discussion?state=spam&article=${article.id}`)
  await expect(desk.getByRole('article')).toContainText('Banned:')
  await desk.goto('/dashboard/discussion/rules')
  await desk.getByRole('button', { name: `Lift the ban of ${name.toLowerCase()}*` }).click()
  await expect(desk.getByText('may take part again')).toBeVisible()
})
