import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './fixtures'
import { moveTo, publish, say, sayUnheard, setDiscussion } from './fixtures/publications'
import { every, readXml, textOf } from './xml'

const AWKWARD = 'Ampersands & <tags> ]]> “quotes” 👩🏽‍🚀 שלום'

const discussion = z.object({
  state: z.enum(['open', 'closed']),
  reason: z.string().nullable(),
  closesAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  reopensAt: z.iso.datetime().nullable(),
  takes: z.object({ threads: z.boolean(), replies: z.boolean(), mentions: z.boolean() }),
  sentence: z.string(),
})
const article = z.object({
  slug: z.string(),
  title: z.string(),
  publishedAt: z.iso.datetime(),
  discussion: discussion.strict(),
  counts: z.object({ comments: z.int(), mentions: z.int() }),
})
const comment = z.object({ id: z.int(), parentId: z.int().nullable(), name: z.string(), html: z.string() })
const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

async function read(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(path)
  expect(response.status(), path).toBe(200)
  return response.text()
}
const readList = async (request: APIRequestContext, path: string) =>
  list(article).parse(JSON.parse(await read(request, path)))
const readArticle = async (request: APIRequestContext, slug: string) =>
  article.parse(JSON.parse(await read(request, `/api/articles/${slug}`)))
const readComments = async (request: APIRequestContext, slug: string) =>
  list(comment).parse(JSON.parse(await read(request, `/api/articles/${slug}/comments`)))

const TYPES = {
  '/feed.xml': 'application/rss+xml; charset=utf-8',
  '/feed.json': 'application/feed+json; charset=utf-8',
  '/sitemap.xml': 'application/xml; charset=utf-8',
  '/robots.txt': 'text/plain; charset=utf-8',
  '/api/articles': 'application/json; charset=utf-8',
}
for (const [path, type] of Object.entries(TYPES)) {
  test(`${path} names its type and is not sent twice`, async ({ request }) => {
    const first = await request.get(path)
    expect(first.status()).toBe(200)
    expect(first.headers()['content-type']).toBe(type)
    const etag = first.headers()['etag'] ?? ''
    const second = await request.get(path, { headers: { 'if-none-match': etag } })
    expect(second.status()).toBe(304)
  })
}

test('the feed carries every text in full and whole addresses, whatever is in a title', async ({
  request,
  unique,
}) => {
  const title = unique(AWKWARD)
  const { slug, topic } = await publish(title)
  for (const path of ['/feed.xml', `/topics/${topic}/feed.xml`]) {
    const feed = readXml(await read(request, path))
    const [channel] = every(feed, 'channel')
    expect(feed.attributes['version']).toBe('2.0')
    expect(
      channel && [textOf(channel, 'title'), textOf(channel, 'link'), textOf(channel, 'description')],
    ).not.toContain('')
    expect(every(feed, 'atom:link')[0]?.attributes['href']).toBe(new URL(path, process.env['E2E_URL']).href)
    const items = every(feed, 'item')
    const item = items.find((each) => textOf(each, 'title') === title)
    expect(item && textOf(item, 'link')).toBe(new URL(`/articles/${slug}`, process.env['E2E_URL']).href)
    expect(item && textOf(item, 'content:encoded')).toContain('👩🏽‍🚀 שלום')
    expect(new Set(items.map((each) => textOf(each, 'guid'))).size).toBe(items.length)
    for (const each of items) {
      expect(Date.parse(textOf(each, 'pubDate') ?? '')).toBeLessThan(Date.now())
      expect(textOf(each, 'content:encoded')).not.toMatch(/(href|src)="(?!https?:|mailto:|tel:)/)
    }
  }
})

test('the JSON feed says what version 1.1 demands', async ({ request, unique }) => {
  const title = unique('Feed')
  await publish(title)
  const item = z.object({ id: z.string(), url: z.url(), title: z.string(), content_html: z.string().min(1) })
  const feed = z.object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string().min(1),
    home_page_url: z.url(),
    feed_url: z.url(),
    items: z.array(item),
  })
  const { items } = feed.parse(JSON.parse(await read(request, '/feed.json')))
  expect(items.map((each) => each.title)).toContain(title)
})

test('an article appears everywhere with its publication, and nowhere before', async ({
  request,
  unique,
}) => {
  const tomorrow = new Date(Date.now() + 86_400_000)
  const scheduled = await publish(unique('Tomorrow'), tomorrow)
  const published = await publish(unique('Today'))
  const lists = [
    '/feed.xml',
    '/feed.json',
    `/topics/${published.topic}/feed.xml`,
    '/sitemap.xml',
    '/api/articles',
  ]
  for (const path of lists) {
    const text = await read(request, path)
    expect(text, path).toContain(published.slug)
    expect(text, path).not.toContain(scheduled.slug)
  }
  for (const path of [
    `/api/articles/${scheduled.slug}`,
    `/api/articles/${scheduled.slug}/comments`,
    `/articles/${scheduled.slug}/comments.xml`,
  ])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('a comment appears with its approval: a held one is in no answer and no count', async ({
  request,
  unique,
}) => {
  const { id, slug } = await publish(unique('Talk'))
  expect(await readComments(request, slug)).toEqual({ items: [], next: null })
  const words = unique(AWKWARD)
  const said = await say(id, words)
  await sayUnheard(id, 'Nobody may read this yet')

  const { items } = await readComments(request, slug)
  expect(items.map((each) => each.id)).toEqual([said])
  expect((await readArticle(request, slug)).counts.comments).toBe(1)
  const feed = readXml(await read(request, `/articles/${slug}/comments.xml`))
  const [item, ...others] = every(feed, 'item')
  expect(others).toEqual([])
  expect(item && textOf(item, 'content:encoded')).toBe(items[0]?.html)
  expect(item && textOf(item, 'link')).toContain(`/articles/${slug}/comments/${said}`)
})

test('a discussion says whether it is open, and why not', async ({ request, unique }) => {
  const { id, slug } = await publish(unique('Closing'))
  await setDiscussion(id, { discussion: 'open' })
  expect((await readArticle(request, slug)).discussion).toEqual({
    state: 'open',
    reason: null,
    closesAt: null,
    closedAt: null,
    reopensAt: null,
    takes: { threads: true, replies: true, mentions: true },
    sentence: 'Comments are open.',
  })
  await setDiscussion(id, { discussion: 'closed' })
  expect((await readArticle(request, slug)).discussion).toMatchObject({
    state: 'closed',
    reason: 'article',
    closedAt: expect.any(String),
    takes: { threads: false, replies: false, mentions: false },
    sentence: expect.stringMatching(/^Comments are closed\. The editors closed them on /),
  })
  const feed = readXml(await read(request, `/articles/${slug}/comments.xml`))
  expect(textOf(every(feed, 'channel')[0] ?? feed, 'description')).toMatch(
    /^Comments are closed\. The editors closed them on /,
  )
})

test('the public list runs through all articles once, and a cursor that was made up is the first page', async ({
  request,
}) => {
  const slugs: string[] = []
  let next: string | null = null
  do {
    const page = await readList(request, next ? `/api/articles?after=${next}` : '/api/articles')
    slugs.push(...page.items.map((item) => item.slug))
    next = page.next
  } while (next)
  expect(new Set(slugs).size).toBe(slugs.length)
  const sitemap = await read(request, '/sitemap.xml')
  for (const slug of slugs) expect(sitemap).toContain(`/articles/${slug}</loc>`)
  const first = await readList(request, '/api/articles')
  for (const cursor of ['x', '%00', 'W10', 'e30', '9'.repeat(300)])
    expect((await readList(request, `/api/articles?after=${cursor}`)).items).toEqual(first.items)
})

test('public JSON may be read by any page, and says what is not there', async ({ request }) => {
  const response = await request.get('/api/articles')
  expect(response.headers()['access-control-allow-origin']).toBe('*')
  for (const path of ['/api/articles/not-there', '/api/articles/not-there/comments', '/api/not-there']) {
    const missing = await request.get(path)
    expect(missing.status(), path).toBe(404)
    expect(z.object({ error: z.string() }).parse(await missing.json()).error).not.toBe('')
  }
  expect((await request.get('/topics/not-there/feed.xml')).status()).toBe(404)
  expect((await request.get('/sitemap/articles-999.xml')).status()).toBe(404)
})

test('what programs read of an article leads on when its address changes', async ({ request, unique }) => {
  const { id, slug } = await publish(unique('Moving'))
  await moveTo(id, `${slug}-moved`)
  for (const address of [
    (name: string) => `/api/articles/${name}`,
    (name: string) => `/api/articles/${name}/comments`,
    (name: string) => `/articles/${name}/comments.xml`,
  ]) {
    const response = await request.get(address(slug), { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(response.headers()['location']).toBe(address(`${slug}-moved`))
  }
})

test('robots are told where everything is, and where they have no business', async ({ request }) => {
  const text = await read(request, '/robots.txt')
  expect(text).toContain(`Sitemap: ${process.env['E2E_URL']}/sitemap.xml`)
  expect(text).toContain('Disallow: /dashboard')
  const root = readXml(await read(request, '/sitemap.xml'))
  expect(root.attributes['xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  for (const url of every(root, 'loc')) expect(url.text).toMatch(new RegExp(`^${process.env['E2E_URL']}/`))
})
