import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { keepDraft } from './fixtures/articles'
import { setPolicy } from './fixtures/discussions'
import { test } from './fixtures/staff'

test('a reviewer whom the site lets waive does so where the draft is read, and an editor takes it back', async ({
  staff,
  unique,
}) => {
  await setPolicy({ 'score.waivers': 'editor,reviewer' })
  const author = await staff.colleague('author')
  const title = unique('A brand')
  const id = await keepDraft(author, title, 'We build decentralized It for banks.')
  const reviewer = await (await staff.signedIn('reviewer')).newPage()
  await reviewer.goto(`/dashboard/articles/${id}`)
  const score = reviewer.getByRole('region', { name: 'Score' })
  // the thread that scores loads its words first
  await expect(score.getByText('stops publication')).toBeVisible({ timeout: 45_000 })
  await expectAccessible(reviewer)
  await score.getByRole('button', { name: 'Waive' }).first().press('Enter')
  await reviewer.keyboard.type('They call themselves that')
  await reviewer.getByRole('button', { name: 'Waive', exact: true }).press('Enter')
  await expect(score.getByText('They call themselves that')).toBeVisible()

  const editor = await (await staff.signedIn('editor')).newPage()
  await editor.goto('/dashboard/articles/waivers')
  const waiver = editor.getByRole('listitem').filter({ hasText: title })
  await expect(waiver).toContainText('They call themselves that')
  await expectAccessible(editor)
  await waiver.getByRole('button', { name: `Take back: It, ${title}` }).click()
  await expect(waiver).toContainText('taken back by')
})
