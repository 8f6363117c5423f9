import type { Page } from '@playwright/test'
import { expect } from './fixtures'
import { type Colleague, test } from './fixtures/staff'

async function fill(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
}

/** Presses the button and gives the status of what comes back. */
async function submit(page: Page) {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Sign in' }).click()
  return (await answer).status()
}

async function signIn(page: Page, colleague: Colleague, to = '/dashboard') {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await fill(page, colleague)
  return submit(page)
}

const wrong = (colleague: { email: string }) => ({ email: colleague.email, password: 'not the password' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, expectedErrors: [/status of (401|404)/] })

    test('whoever is signed out is sent to sign in, and comes back to where they wanted to be', async ({
      page,
      staff,
    }) => {
      await page.goto('/dashboard/articles?state=draft')
      await expect(page).toHaveURL(/\/sign-in\?to=%2Fdashboard%2Farticles%3Fstate%3Ddraft$/)
      await fill(page, await staff.colleague('editor'))
      expect(await submit(page)).toBe(303)
      await expect(page).toHaveURL(/\/dashboard\/articles\?state=draft$/)
    })

    test('a wrong password keeps the email, gives the password back to nobody, and says so', async ({
      page,
      staff,
    }) => {
      const colleague = await staff.colleague('editor')
      await page.goto('/sign-in')
      await fill(page, wrong(colleague))
      expect(await submit(page)).toBe(401)
      await expect(page.getByRole('alert')).toContainText('do not belong together')
      await expect(page.getByLabel('Email')).toHaveValue(colleague.email)
      await expect(page.getByLabel('Password')).toHaveValue('')
      await expect(page.getByLabel('Password')).toBeFocused()
    })
  })
}

test.describe('guessing', () => {
  test.use({ expectedErrors: [/status of (401|404|429)/], javaScriptEnabled: false })

  test('a name that exists and one that does not get the same answer', async ({ page, staff }) => {
    const known = await staff.colleague('editor')
    const answers = []
    for (const email of [known.email, `nobody-${known.email}`]) {
      await page.goto('/sign-in')
      await fill(page, wrong({ email }))
      const status = await submit(page)
      answers.push({ status, says: await page.getByRole('alert').textContent() })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('guesses are slowed down, with 429 and when to come back, but not for a device that has signed in before', async ({
    page,
    staff,
    newContext,
  }) => {
    const colleague = await staff.colleague('editor')
    expect(await signIn(page, colleague)).toBe(303)
    await page.context().clearCookies({ name: 'masthead.session' })

    const stranger = await (await newContext({ javaScriptEnabled: false })).newPage()
    let refused
    for (let times = 0; times < 12 && !refused; times++) {
      await stranger.goto('/sign-in')
      await fill(stranger, wrong(colleague))
      const answer = stranger.waitForResponse((response) => response.request().method() === 'POST')
      await stranger.getByRole('button', { name: 'Sign in' }).click()
      const response = await answer
      if (response.status() === 429) refused = response
    }
    expect(Number(refused?.headers()['retry-after'])).toBeGreaterThan(0)
    await expect(stranger.getByRole('alert')).toContainText('too many attempts')
    await expect(stranger.getByLabel('Email')).toHaveValue(colleague.email)

    expect(await signIn(page, colleague)).toBe(303)
  })
})

test.describe('a session', () => {
  test.use({ expectedErrors: [/status of 404/] })

  test('ends with signing out, also for whoever kept its cookie', async ({ staff, newContext }) => {
    const context = await staff.signedIn('editor')
    const cookies = await context.cookies()
    const page = await context.newPage()
    await page.goto('/dashboard/articles')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    const thief = await newContext()
    await thief.addCookies(cookies)
    const theirs = await thief.newPage()
    await theirs.goto('/dashboard/articles')
    await expect(theirs).toHaveURL(/\/sign-in/)
  })

  test('is out of reach of scripts and of other sites', async ({ page, staff }) => {
    await signIn(page, await staff.colleague('editor'))
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name }) => name).sort()).toEqual(['masthead.device', 'masthead.session'])
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  })

  test('an address elsewhere to go to after signing in is not followed', async ({ page, staff, baseURL }) => {
    await signIn(page, await staff.colleague('editor'), '//evil.example/dashboard')
    await expect(page).toHaveURL(`${baseURL}/dashboard/articles`)
  })
})
