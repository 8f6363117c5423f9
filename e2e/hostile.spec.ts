import type { Page } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { expect } from './fixtures'
import { approveAll, countStored, publishArticle, setPolicy } from './fixtures/discussions'
import { listStrange } from './fixtures/strange'
import { mailAll } from './fixtures/hostile-mail'
import { HOSTILE, type Hostile } from './fixtures/payloads'
import { test } from './fixtures/staff'
import { type Posted, postForm } from './forms'
import { readXml } from './xml'

const AT_ONCE = 8

test.beforeAll(() => setPolicy({ 'discussion.perAddressPerMinute': 0, 'discussion.perArticlePerMinute': 0 }))

/** Posts by the public form, as a browser without scripts would; the answers' statuses and texts, in order. */
async function postAll(url: string, hostile: Omit<Hostile, 'where' | 'payload'>[]) {
  const html = await (await fetch(url)).text()
  const answers: Posted[] = []
  for (let from = 0; from < hostile.length; from += AT_ONCE)
    answers.push(
      ...(await Promise.all(
        hostile
          .slice(from, from + AT_ONCE)
          .map(({ name, email, website, comment }) =>
            postForm(url, html, 'comment', { name, email, website, comment, subject: '' }),
          ),
      )),
    )
  return answers
}

const MARKUP = /[<>]/
const ADDRESSES = /^(?:href|src|srcdoc|srcset|action|formaction|data|poster|xlink:href)$/i
const ALLOWED = new Set('p br em strong a code pre blockquote ul ol li'.split(' '))

/** What stands in a page that only a browser’s parser would find: elements, handlers and addresses that no comment may have. */
function dangerIn(html: string): string[] {
  const found: string[] = []
  let within = 0
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const [name, value] of Object.entries(attributes)) {
        if (/^on/i.test(name)) found.push(`${tag} ${name}`)
        if (ADDRESSES.test(name) && /^\s*(javascript|vbscript|data):/i.test(value))
          found.push(`${tag} ${name}=${value}`)
      }
      if (within > 0 && !ALLOWED.has(tag)) found.push(tag)
      if (within > 0 || /words/.test(attributes['class'] ?? '')) within++
    },
    onclosetag() {
      if (within > 0) within--
    },
  })
  parser.end(html)
  return found
}

const rawIn = (text: string) =>
  [...new Set(HOSTILE.map(({ payload }) => payload))].filter(
    (payload) => MARKUP.test(payload) && text.includes(payload),
  )

/** The addresses of a list, from the first page on. */
async function* pagesOf(page: Page, first: string, next: string) {
  await page.goto(first)
  for (;;) {
    yield page
    const link = page.getByRole('link', { name: next })
    const address = (await link.count()) === 0 ? null : await link.getAttribute('href')
    if (address === null) return
    await page.goto(address)
  }
}

/** A page whose browser would let anything run: what keeps it from running is what we write alone. */
async function unguarded(page: Page): Promise<string[]> {
  const hits: string[] = []
  await page.exposeFunction('hit', () => hits.push(page.url()))
  page.on('dialog', (dialog) => {
    hits.push(dialog.message())
    void dialog.dismiss()
  })
  return hits
}

test(`none of ${HOSTILE.length} hostile comments runs or is written as it was typed, in pages, feeds, JSON and at the desk`, async ({
  newContext,
  staff,
  unique,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const article = await publishArticle(unique('Hostile'))
  const url = new URL(article.path, baseURL).href
  const answers = await postAll(url, HOSTILE)
  const refused = HOSTILE.filter((_, i) => answers[i]?.status === 422)
  expect(answers.filter(({ status }) => status !== 303 && status !== 422)).toEqual([])
  // a website that is none is refused with the text given back
  expect(refused.every(({ where }) => / in (website|name)$/.test(where))).toBe(true)
  for (const [i, { text }] of answers.entries()) {
    if (answers[i]?.status !== 422) continue
    expect(dangerIn(text), HOSTILE[i]?.where).toEqual([])
    expect(rawIn(text), HOSTILE[i]?.where).toEqual([])
  }
  await approveAll(article)
  expect(await countStored(article)).toBe(HOSTILE.length - refused.length)

  const open = await newContext({ bypassCSP: true })
  const page = await open.newPage()
  const hits = await unguarded(page)
  let shown = 0
  for await (const each of pagesOf(page, article.path, 'More comments')) {
    const html = await (await fetch(each.url())).text()
    expect(dangerIn(html)).toEqual([])
    expect(rawIn(html)).toEqual([])
    shown += await each.getByRole('article', { name: 'Comment by' }).count()
  }
  expect(shown).toBe(HOSTILE.length - refused.length)
  expect(hits).toEqual([])

  for (const feed of [`${url}/comments.xml`, '/feed.xml', '/feed.json']) {
    const text = await (await fetch(new URL(feed, baseURL))).text()
    if (feed.endsWith('.xml')) readXml(text)
    expect(rawIn(text), feed).toEqual([])
  }
  for (let after = ''; ;) {
    const json = await (await fetch(new URL(`/api${article.path}/comments${after}`, baseURL))).text()
    expect(rawIn(json)).toEqual([])
    const { items, next } = JSON.parse(json) as { items: { html: string }[]; next: string | null }
    for (const { html } of items) expect(dangerIn(`<div class="words">${html}</div>`)).toEqual([])
    if (next === null) break
    after = `?after=${next}`
  }

  const desk = await (await staff.signedIn('editor', { bypassCSP: true })).newPage()
  const deskHits = await unguarded(desk)
  let seen = 0
  for await (const each of pagesOf(
    desk,
    `/dashboard/discussion?state=published&article=${article.id}`,
    'Next page',
  )) {
    await expect(each.getByRole('article').first()).toBeVisible()
    seen += await each.getByRole('article').count()
    expect(
      await each
        .locator('article :is(script, iframe, object, img, svg[onload], [onerror], [onfocus])')
        .count(),
    ).toBe(0)
  }
  expect(seen).toBe(shown)
  expect(deskHits).toEqual([])
})

test('mail that tells of hostile comments is plain text, and quotes none of it as it was typed', async ({
  baseURL,
}) => {
  const messages = await mailAll(HOSTILE, new URL(baseURL ?? ''))
  expect(messages.length).toBeGreaterThan(30)
  for (const message of messages) {
    expect(rawIn(message)).toEqual([])
    const [head = ''] = message.split('\r\n\r\n', 1)
    expect(head.match(/^content-type:.*$/gim)).toEqual(['Content-Type: text/plain; charset=utf-8'])
    expect(head).not.toMatch(/^(bcc|cc|reply-to):/im)
  }
})

test('what an author makes of a comment afterwards is written as harmlessly', async ({
  newContext,
  unique,
  baseURL,
}) => {
  const article = await publishArticle(unique('Hostile edits'))
  const url = new URL(article.path, baseURL).href
  const changed = HOSTILE.filter(({ comment, payload }, n) => n % 4 === 0 && comment.includes(payload))
  const begun = await postAll(
    url,
    changed.map((each, n) => ({ ...each, name: 'Mallory', website: '', comment: `At first ${n}` })),
  )
  const pages = begun.map(({ location }) => new URL((location ?? '').replace(/#.*/, ''), baseURL).href)
  for (const [n, page] of pages.entries()) {
    const { where, comment = '' } = changed[n] ?? {}
    const form = await (await fetch(`${page}/edit`)).text()
    const { status } = await postForm(`${page}/edit`, form, 'comment', { comment })
    expect(status, where).toBe(303)
    for (const address of [page, `${page}/edit`]) {
      const html = await (await fetch(address)).text()
      expect(dangerIn(html), where).toEqual([])
      expect(rawIn(html), where).toEqual([])
    }
  }
  await approveAll(article)
  const page = await (await newContext({ bypassCSP: true })).newPage()
  const hits = await unguarded(page)
  for await (const each of pagesOf(page, article.path, 'More comments')) {
    const html = await (await fetch(each.url())).text()
    expect(html).not.toContain('At first')
    expect(dangerIn(html)).toEqual([])
    expect(rawIn(html)).toEqual([])
  }
  expect(hits).toEqual([])
})

test('comments of random Unicode come back as they were typed, through both forms, the API and the page', async ({
  unique,
  baseURL,
}) => {
  const article = await publishArticle(unique('Strange'))
  const url = new URL(article.path, baseURL).href
  const strange = listStrange(300)
  const answers = await postAll(
    url,
    strange.map((each, n) => (n % 4 === 0 ? { ...each, comment: `At first ${n}` } : each)),
  )
  expect(answers.filter(({ status }) => status !== 303)).toEqual([])
  for (const [n, { location }] of answers.entries()) {
    if (n % 4 !== 0) continue
    const page = `${new URL((location ?? '').replace(/#.*/, ''), baseURL).href}/edit`
    const form = await (await fetch(page)).text()
    const { status } = await postForm(page, form, 'comment', { comment: strange[n]?.comment ?? '' })
    expect(status).toBe(303)
  }
  await approveAll(article)
  const items: { name: string; html: string }[] = []
  for (let after = ''; ;) {
    const address = new URL(`/api${article.path}/comments${after}`, baseURL)
    const page = (await (await fetch(address)).json()) as { items: typeof items; next: string | null }
    items.push(...page.items)
    if (page.next === null) break
    after = `?after=${page.next}`
  }
  const inOrder = (list: { name: string; html: string }[]) =>
    list.map(({ name, html }) => JSON.stringify([name, html])).toSorted()
  expect(inOrder(items)).toEqual(inOrder(strange))
  const shown = await (await fetch(url)).text()
  for (const { html } of items.slice(0, 50)) expect(shown).toContain(html)
})
