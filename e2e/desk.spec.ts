import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect } from './fixtures'
import { keepDraft, openForGood, publishArticle, sayAsGuest } from './fixtures/articles'
import { test } from './fixtures/staff'

const list = (page: Page) => page.getByRole('table')
const row = (page: Page, title: string) => list(page).getByRole('row').filter({ hasText: title })
const comment = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name })

/** Whether a public page says something, to a reader who is nobody. */
const says = async (reader: APIRequestContext, path: string, words: string) =>
  (await (await reader.get(path)).text()).includes(words)

test.describe('the list of articles', () => {
  test('tabs, search and pages are plain addresses, which work without JavaScript', async ({
    staff,
    unique,
  }) => {
    const author = await staff.colleague('author')
    const word = unique('Ledger').replace(' ', '')
    await keepDraft(author, `${word} in draft`)
    await publishArticle(`${word} in public`, 3, author)
    const page = await (await staff.signedIn(author, { javaScriptEnabled: false })).newPage()
    await page.goto('/dashboard/articles')
    await expect(list(page).getByRole('row')).toHaveCount(3)
    await page.getByRole('navigation', { name: 'States' }).getByRole('link', { name: 'Drafts 1' }).click()
    await expect(page).toHaveURL(/\?state=draft$/)
    await expect(row(page, 'in draft')).toContainText('Draft')
    await expect(row(page, 'in public')).toHaveCount(0)
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('public')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'No title with “public”' })).toBeVisible()
    await page.getByRole('link', { name: 'Search all articles' }).click()
    await expect(row(page, `${word} in public`)).toContainText('Published')
  })

  test('a long list goes on over pages without repeating itself', async ({ staff }) => {
    const author = await staff.colleague('author')
    for (let n = 1; n <= 32; n++) await keepDraft(author, `Note ${n}.`)
    const page = await (await staff.signedIn(author)).newPage()
    await page.goto('/dashboard/articles?state=draft')
    await expect(row(page, 'Note 32.')).toBeVisible()
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(row(page, 'Note 1.')).toBeVisible()
    await expect(list(page).getByRole('row')).toHaveCount(3)
    await page.getByRole('link', { name: 'First page' }).click()
    await expect(row(page, 'Note 32.')).toBeVisible()
  })

  test('everybody sees what their role reads, and only writers can begin', async ({ staff, unique }) => {
    const title = unique('Somebody else’s draft')
    await keepDraft(await staff.colleague('contributor'), title)
    const sees = async (role: 'reviewer' | 'author' | 'moderator') => {
      const page = await (await staff.signedIn(role)).newPage()
      await page.goto(`/dashboard/articles?search=${encodeURIComponent(title)}`)
      return {
        draft: await row(page, title).count(),
        begin: await page.getByRole('button', { name: 'New article' }).count(),
      }
    }
    expect(await sees('reviewer')).toEqual({ draft: 1, begin: 0 })
    expect(await sees('moderator')).toEqual({ draft: 0, begin: 0 })
    expect(await sees('author')).toEqual({ draft: 0, begin: 1 })
  })

  test('a site without articles of one’s own offers to write the first', async ({ staff }) => {
    const page = await (await staff.signedIn('contributor')).newPage()
    await page.goto('/dashboard/articles')
    await page.getByRole('button', { name: 'Write the first article' }).click()
    await expect(page).toHaveURL(/\/dashboard\/articles\/\d+$/)
  })
})

test('on a narrow screen the menu keeps nothing for the keyboard until it is opened', async ({ staff }) => {
  const page = await (await staff.signedIn('owner', { viewport: { width: 390, height: 800 } })).newPage()
  await page.goto('/dashboard/articles')
  const menu = page.getByRole('navigation', { name: 'Dashboard' })
  await expect(menu).toBeHidden()
  await page.getByRole('button', { name: 'Menu' }).press('Enter')
  await menu.getByRole('link', { name: 'Staff' }).press('Escape')
  await expect(menu).toBeHidden()
})

test.describe('the moderation list', () => {
  test('a decision and its undoing are on the page that the next reader gets', async ({
    staff,
    request,
    unique,
  }) => {
    const { id, path } = await publishArticle(unique('Discussed'))
    const [name, words] = [unique('Guest'), unique('Words')]
    await sayAsGuest(id, name, words)
    const page = await (await staff.signedIn('moderator')).newPage()
    await page.goto(`/dashboard/discussion?article=${id}`)
    expect(await says(request, path, words)).toBe(false)
    const item = comment(page, name)
    for (const decision of ['Approve', 'Spam', 'Remove']) {
      await item.getByRole('button', { name: decision, exact: true }).click()
      const undo = item.getByRole('button', { name: 'Undo' })
      await expect(undo).toBeFocused()
      expect(await says(request, path, words)).toBe(decision === 'Approve')
      await undo.click()
      await expect(item.getByText('Taken back: it is held again.')).toBeVisible()
      await expect(item.getByRole('button', { name: 'Approve' })).toBeFocused()
      expect(await says(request, path, words)).toBe(false)
    }
    await item.getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('link', { name: 'Held 0' })).toBeVisible()
    await page.getByRole('link', { name: 'Published 1' }).click()
    await comment(page, name).getByRole('button', { name: 'Hold', exact: true }).click()
    await expect(comment(page, name).getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(await says(request, path, words)).toBe(false)
  })

  test('of two moderators the first decides, and the second is told', async ({ staff, request, unique }) => {
    const { id, path } = await publishArticle(unique('Contested'))
    const [name, words] = [unique('Guest'), unique('Words')]
    await sayAsGuest(id, name, words)
    const ada = await staff.colleague('moderator')
    const [first, second] = [
      await (await staff.signedIn(ada)).newPage(),
      await (await staff.signedIn('editor')).newPage(),
    ]
    for (const page of [first, second]) await page.goto(`/dashboard/discussion?article=${id}`)
    await comment(first, name).getByRole('button', { name: 'Spam' }).click()
    await expect(comment(first, name).getByRole('button', { name: 'Undo' })).toBeVisible()
    await comment(second, name).getByRole('button', { name: 'Approve' }).click()
    await expect(comment(second, name)).toContainText(
      new RegExp(`${ada.name} decided first, .*: it is spam now`),
    )
    expect(await says(request, path, words)).toBe(false)
    await comment(second, name).getByRole('button', { name: 'Approve' }).click()
    await expect(comment(second, name).getByRole('button', { name: 'Undo' })).toBeVisible()
    expect(await says(request, path, words)).toBe(true)
  })

  test('can be worked by keyboard alone', async ({ staff, unique }) => {
    const { id } = await publishArticle(unique('By keyboard'))
    const name = unique('Guest')
    await sayAsGuest(id, name, 'Words.')
    const page = await (await staff.signedIn('moderator')).newPage()
    await page.goto(`/dashboard/discussion?article=${id}`)
    const approve = comment(page, name).getByRole('button', { name: 'Approve' })
    for (
      let presses = 0;
      presses < 40 && !(await approve.evaluate((it) => it === document.activeElement));
      presses++
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(comment(page, name).getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(approve).toBeFocused()
    await page.keyboard.press('Tab')
    const hold = comment(page, name).getByRole('button', { name: 'Hold' })
    await expect(hold).toBeFocused()
    await expect(hold).toHaveAttribute('aria-disabled', 'true')
    await expect(hold).toHaveAccessibleDescription('It is held already.')
  })
})

test.describe('the staff', () => {
  test('a link lets somebody in once, and suspending puts them out at once', async ({
    staff,
    newContext,
    unique,
  }) => {
    const page = await (await staff.signedIn('owner')).newPage()
    const name = unique('Robin')
    await page.goto('/dashboard/staff')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Email').fill(`${name.replace(' ', '.').toLowerCase()}@example.org`)
    await page.getByLabel('Role', { exact: true }).selectOption('Reviewer')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.getByRole('status').getByText('/setup?token=').textContent()
    const theirs = await (await newContext()).newPage()
    await theirs.goto(link ?? '')
    await theirs.getByLabel('Password').fill('three quiet foxes')
    await theirs.getByRole('button', { name: 'Save and sign in' }).click()
    await expect(theirs).toHaveURL(/\/dashboard/)
    await page.reload()
    const member = page.getByRole('listitem').filter({ hasText: name })
    await expect(member).toContainText('Signed in on 1 browser')
    await member.getByRole('button', { name: 'Suspend' }).click()
    await expect(page.getByText(`${name} is suspended and signed out.`)).toBeVisible()
    await theirs.goto('/dashboard/articles')
    await expect(theirs).toHaveURL(/\/sign-in/)
  })

  test('only owners see who signs in', async ({ staff }) => {
    for (const role of ['editor', 'moderator', 'reviewer'] as const) {
      const context = await staff.signedIn(role)
      expect((await context.request.get('/dashboard/staff')).status()).toBe(403)
    }
  })
})

test.describe('the settings of the site', () => {
  test('a new tagline stands on the next page that anybody opens', async ({ staff, request, unique }) => {
    const tagline = unique('Machines that help')
    const desk = await (await staff.signedIn('owner')).newPage()
    await desk.goto('/dashboard/site')
    const field = desk.getByLabel('Tagline')
    const before = await field.inputValue()
    const save = async (text: string) => {
      await field.fill(text)
      await desk.getByRole('region', { name: 'Identity' }).getByRole('button', { name: 'Save' }).click()
      await expect.poll(() => says(request, '/', text)).toBe(true)
    }
    await save(tagline)
    await expect(desk.getByText('Saved. The site shows it from now on.')).toBeVisible()
    // the other specs read the same site
    await save(before)
  })

  test('what cannot be saved stays as it was typed, with the reason at its field', async ({ staff }) => {
    const page = await (await staff.signedIn('owner')).newPage()
    await page.goto('/dashboard/site')
    const days = page.getByLabel('Close comments after (days)')
    await days.fill('a fortnight')
    await page
      .getByRole('region', { name: 'Discussion policy' })
      .getByRole('button', { name: 'Save' })
      .click()
    await expect(days).toHaveValue('a fortnight')
    await expect(days).toBeFocused()
    await expect(days).toHaveAccessibleDescription(/Write a whole number/)
  })

  test('an editor sets the policy and reads the identity', async ({ staff }) => {
    const page = await (await staff.signedIn('editor')).newPage()
    await page.goto('/dashboard/site')
    const identity = page.getByRole('region', { name: 'Identity' })
    await expect(identity).toContainText('Only an owner changes the identity')
    await expect(identity.getByRole('textbox')).toHaveCount(0)
    await expect(page.getByLabel('Close comments after (days)')).toBeEditable()
  })

  test('days of policy close an old article and say so, and an article’s own Open beats them', async ({
    staff,
    request,
    unique,
  }) => {
    const author = await staff.colleague('author')
    const old = await publishArticle(unique('Old'), 4_000, author)
    const open = await publishArticle(unique('Old but open'), 4_000, author)
    await openForGood(author, open.id)
    const page = await (await staff.signedIn('owner')).newPage()
    await page.goto('/dashboard/site')
    const days = page.getByLabel('Close comments after (days)')
    const before = await days.inputValue()
    const policy = page.getByRole('region', { name: 'Discussion policy' })
    const save = async (value: string) => {
      await days.fill(value)
      await policy.getByRole('button', { name: 'Save' }).click()
      await expect(policy.getByText(/^(Saved\.|Nothing had changed\.)/)).toBeVisible()
    }
    try {
      await save('0')
      expect(await says(request, old.path, 'Comments are closed.')).toBe(false)
      await days.fill('3999')
      await expect(
        policy.getByText(
          /^[\d,]+ days? would close [\d,]+ articles?.* of [\d,]+ published articles? whose choice follows/,
        ),
      ).toBeVisible()
      expect(await says(request, old.path, 'Comments are closed.')).toBe(false)
      await save('3999')
      expect(await says(request, old.path, 'Comments are closed.')).toBe(true)
      expect(await says(request, open.path, 'Comments are closed.')).toBe(false)
    } finally {
      await save(before)
    }
  })
})

for (const screen of ['articles', 'discussion', 'discussion/activity', 'discussion/many', 'site', 'staff'])
  test(`the screen ${screen} of the desk is accessible`, async ({ staff, unique }) => {
    const { id } = await publishArticle(unique('Looked at'))
    await sayAsGuest(id, unique('Guest'), 'Some **words**.')
    const page = await (await staff.signedIn('owner')).newPage()
    await page.goto(`/dashboard/${screen}`)
    await expectAccessible(page)
  })
