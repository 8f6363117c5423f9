import { expect, test } from './fixtures'
import { publishLinking, schedule, unpublish } from './fixtures/linking'
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

  const at = new Date(Date.now() + 1_500)
  await schedule(source.id, at)
  expect((await read()).html).not.toContain(title)
  await expect.poll(async () => (await read()).text.includes('0 comments · 1 mention')).toBe(true)
  expect(Date.now()).toBeGreaterThanOrEqual(at.getTime())
})
