import { expect, test } from './fixtures'
import { bring, publishLinking, schedule, unpublish } from './fixtures/linking'
import { moveTo, publish } from './fixtures/publications'

test('an article mentions another from the request after its publication on, at its instant, and while it is public', async ({
  request,
  unique,
}) => {
  const target = await publish(unique('Mentioned'))
  let address = `/articles/${target.slug}`
  /** The page as readers have it, and its words alone. */
  const read = async () => {
    const html = await (await request.get(address)).text()
    return { html, text: html.replace(/<[^>]+>/g, '') }
  }
  expect((await read()).text).not.toContain('1 mention')

  const title = unique('Mentioning')
  const source = await publishLinking(title, [address])
  const mentioned = await read()
  expect(mentioned.text).toContain('0 comments · 1 mention')
  expect(mentioned.html).toContain(`<a href="/articles/${source.slug}" dir="auto">${title}</a>`)
  expect(mentioned.text).toContain('as they say')

  await moveTo(target.id, `${target.slug}-moved`)
  await moveTo(source.id, `${source.slug}-moved`)
  address += '-moved'
  const moved = await read()
  expect(moved.text).toContain('0 comments · 1 mention')
  expect(moved.html).toContain(`<a href="/articles/${source.slug}-moved" dir="auto">${title}</a>`)

  await unpublish(source.id)
  const alone = await read()
  expect(alone.text).not.toContain('1 mention')
  expect(alone.html).not.toContain(title)

  const at = new Date(Date.now() + 3_000)
  await schedule(source.id, at)
  expect((await read()).html).not.toContain(title)
  await expect.poll(async () => (await read()).text.includes('0 comments · 1 mention')).toBe(true)
  expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
})

test('pingbacks from another system are shown like all mentions, the site’s own once, page after page', async ({
  noScript,
  baseURL,
  unique,
}) => {
  const target = await publish(unique('Brought along'))
  const source = await publishLinking(unique('Pinging'), [`/articles/${target.slug}`])
  const site = baseURL ?? ''
  const others = Array.from({ length: 60 }, (_, n) => `https://peer.example/${n}`)
  await bring(target.id, [`${site}/articles/${source.slug}`, ...others], site)
  const page = await noScript.newPage()
  await page.goto(`/articles/${target.slug}`)
  await expect(page.getByRole('heading', { name: '0 comments · 61 mentions' })).toBeVisible()
  const aside = page.getByRole('complementary', { name: 'Mentioned in' })
  await expect(aside.locator(`a[href$="/articles/${source.slug}"]`)).toHaveCount(1)
  await expect(aside.getByRole('link', { name: 'Page 61 of another site' })).toBeVisible()
  await expect(aside).toContainText('[…] as they say […]')

  await aside.getByRole('link', { name: 'All mentions' }).click()
  const all = page.getByRole('main').getByRole('listitem')
  await expect(page.getByRole('heading', { name: '61 mentions' })).toBeVisible()
  await expect(all).toHaveCount(50)
  await page.getByRole('link', { name: 'Older mentions' }).click()
  await expect(all).toHaveCount(11)
  await expect(all.last()).toContainText('Page 2 of another site')
  await page.getByRole('link', { name: 'Newer mentions' }).click()
  await expect(all).toHaveCount(50)
  expect(new URL(page.url()).search).toBe('')
})
