import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '@/db/testing'
import type { startPeer } from './peer-fixture'
import { html, status } from './peer-fixture'
import { listRows, send, sourceOf, startTelling } from './telling-fixture'

freshDatabase()

// The sender's half of the Webmention Recommendation over real HTTP; docs/mentions.md names its sentences.

type Answers = Parameters<typeof startPeer>[0] & object
type Case = {
  what: string
  /** What stands at `/N/page`, which an article links to, and elsewhere. */
  answers: Answers
  /** The path that hears of it, `/N/wm` where nothing else is said; null where nobody does. */
  heardBy?: string | null
}

const LONG = '<p>word</p>'.repeat(1_000_000)
const link = (...values: string[]) => html('<p>Hello', { link: values })
const text: Answers[string] = (res) =>
  res.writeHead(200, { 'content-type': 'text/plain' }).end('<a rel=webmention href=/x>')
function pour(res: ServerResponse) {
  res.writeHead(200)
  const more = () => {
    while (res.write(LONG));
  }
  res.on('drain', more)
  more()
}

/** A page at `/N/page`, told of its number as `/N`. */
const FORMS: [what: string, page: (n: string) => Answers[string]][] = [
  ['a Link header, unquoted', (n) => link(`<${n}/wm>; rel=webmention`)],
  ['a Link header, quoted', (n) => link(`<${n}/wm>; rel="webmention"`)],
  ['a Link header in capitals', (n) => html('', { LINK: `<${n}/wm>; REL="WEBMENTION"` })],
  ['one relation of several', (n) => link(`<${n}/wm>; rel="other webmention more"`)],
  [
    'the first of several Link headers',
    (n) => link('</x>; rel=preload', `<${n}/wm>; rel=webmention`, '</x>; rel=webmention'),
  ],
  ['one link of several in a header', (n) => link(`</x>; rel=preload; as=style, <${n}/wm>; rel=webmention`)],
  [
    'a Link header beside what is no HTML',
    (n) => status(200, { 'content-type': 'image/png', link: `<${n}/wm>; rel=webmention` }),
  ],
  ['a link element', (n) => html(`<head><link rel="webmention" href="${n}/wm"></head>`)],
  ['an anchor', (n) => html(`<p><a href="${n}/wm" rel="webmention">webmention</a>`)],
  ['an element in capitals', (n) => html(`<LINK REL=WebMention HREF="${n}/wm">`)],
  ['one relation of several of an element', (n) => html(`<a rel="nofollow webmention" href="${n}/wm">`)],
  [
    'the header before the elements',
    (n) => html('<link rel=webmention href=/x>', { link: `<${n}/wm>; rel=webmention` }),
  ],
  [
    'an anchor before a link element',
    (n) => html(`<a rel=webmention href="${n}/wm"></a><link rel=webmention href=/x>`),
  ],
  [
    'a link element before an anchor',
    (n) => html(`<link rel=webmention href="${n}/wm"><a rel=webmention href=/x></a>`),
  ],
  [
    'an element after one without an address',
    (n) => html(`<link rel=webmention><a rel=webmention href="${n}/wm">`),
  ],
  [
    'an element after one in a comment',
    (n) => html(`<!-- <a rel=webmention href=/x></a> --><a rel=webmention href="${n}/wm">`),
  ],
  [
    'an element after escaped text',
    (n) => html(`<code>&lt;a rel=webmention href=/x&gt;</code><a rel=webmention href="${n}/wm">`),
  ],
  ['relative to the page, by an element', () => html('<link rel=webmention href="wm">')],
  ['relative to the page, by a header', () => link('<wm>; rel=webmention')],
  [
    'relative to the base',
    (n) => html(`<base href="${n}/"><link rel=webmention href="../${n.slice(1)}/wm">`),
  ],
  ['an absolute address', (n) => link(`<${peer.origin}${n}/wm>; rel=webmention`)],
  ['a page of ten megabytes', (n) => html(`<link rel=webmention href="${n}/wm">${LONG}`)],
  [
    'a bomb of a page',
    (n) => (res) => {
      const bomb = gzipSync(`<link rel=webmention href="${n}/wm">${LONG.repeat(3)}`)
      res.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
    },
  ],
]

const { peer, publish } = await startTelling()
afterAll(() => peer.close())

const CASES: Case[] = [
  ...FORMS.map(([what, page], n) => ({ what, answers: { [`/${n}/page`]: page(`/${n}`) } })),
  { what: 'no element of what is no HTML', answers: { '/text': text }, heardBy: null },
  {
    what: 'an empty address, which is the page',
    answers: {
      '/self': (res, visit) =>
        visit.method === 'POST'
          ? res.writeHead(202).end()
          : html('<link rel=webmention href="">')(res, visit),
    },
    heardBy: '/self?q=1',
  },
  {
    what: 'relative to where a redirect led',
    answers: {
      '/moved': status(302, { location: '/there/page' }),
      '/there/page': html('<link rel=webmention href="wm">'),
    },
    heardBy: '/there/wm',
  },
  {
    what: 'no header of a redirect itself',
    answers: {
      '/leads': status(301, { location: '/plain', link: '</x>; rel=webmention' }),
      '/plain': html('<p>Nothing'),
    },
    heardBy: null,
  },
  {
    what: 'an endpoint with a query',
    answers: { '/query': link('</query-wm?key=1&b>; rel=webmention') },
    heardBy: '/query-wm?key=1&b',
  },
  {
    what: 'an endpoint that has moved',
    answers: {
      '/to-moved': link('</old-wm>; rel=webmention'),
      '/old-wm': status(307, { location: '/new-wm' }),
    },
    heardBy: '/new-wm',
  },
  {
    what: 'an endpoint that never stops talking',
    answers: { '/to-endless': link('</endless-wm>; rel=webmention'), '/endless-wm': pour },
    heardBy: '/endless-wm',
  },
]

const heardBy = (each: Case, n: number) => (each.heardBy === undefined ? `/${n}/wm` : each.heardBy)
const targetOf = ({ answers, heardBy: path }: Case) =>
  peer.origin + (path === '/self?q=1' ? path : (Object.keys(answers)[0] ?? ''))

CASES.forEach((each, n) => {
  const path = heardBy(each, n)?.replace(/\?.*/, '')
  if (path !== undefined) peer.answers[path] = status(202)
  Object.assign(peer.answers, each.answers)
})
const { slug } = await publish(...CASES.map(targetOf))
while ((await listRows()).some(({ state }) => state === 'due')) await send()

test.each(CASES.map((each, n) => [each.what, each, heardBy(each, n)] as const))('%s', (_what, each, path) => {
  const target = targetOf(each)
  const heard = peer.visits.filter(
    ({ method, url, body }) =>
      method === 'POST' && url !== '/old-wm' && new URLSearchParams(body).get('target') === target,
  )
  expect(heard.map(({ url }) => url)).toEqual(path === null ? [] : [path])
  // a form of source and target, and nothing of the query of the endpoint
  for (const { body, headers } of heard) {
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ source: sourceOf(slug), target })
  }
})

test.each([200, 201, 202, 204])('any status of success is one: %i', async (code) => {
  Object.assign(peer.answers, { '/any': link('</any-wm>; rel=webmention'), '/any-wm': status(code) })
  const target = `${peer.origin}/any?${code}`
  await publish(target)
  await send()
  expect((await listRows()).find((row) => row.target === target)).toMatchObject({
    state: 'sent',
    status: code,
  })
})
