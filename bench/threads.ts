import { ask } from './ask'
import { postComment, readForm } from './forms'
import {
  discuss,
  forgetDocuments,
  listSlugs,
  type Masthead,
  newDataDir,
  openDiscussions,
  query,
  startMasthead,
} from './masthead'
import { atMost, type Findings } from './report'
import { median } from './statistics'

const USUAL = 200
const HUGE = 33_000
const DEPTH = 40
const WARM_UP = 8
const ROUNDS = 40
/** How much slower a page of the huge discussion may be, and how much heavier. */
const LIMIT = 1.5
const KILOBYTES = 400

type Place = { name: string; path: string }
type Measured = { name: string; times: number[]; bytes: number[] }

/** The same article with a usual discussion and with a huge one: its pages, uncached, and a comment into it. */
export async function threads(): Promise<Findings> {
  const usual = await startMasthead(newDataDir('usual-thread'))
  const huge = await startMasthead(newDataDir('huge-thread'))
  const [slug = ''] = listSlugs(usual, 1)
  const sites = [
    { site: usual, comments: USUAL },
    { site: huge, comments: HUGE },
  ]
  const places: Place[][] = []
  for (const { site, comments } of sites) {
    await openDiscussions(site)
    await discuss(site, slug, comments, { depth: DEPTH })
    places.push(placesOf(site, slug))
  }
  const pages = await compare(places[0] ?? [], (index, i) => {
    const place = places[index]?.[i]
    const site = sites[index]?.site
    if (!place || !site) throw new Error('Both sites have the same pages')
    return timeRender(site, place.path)
  })
  const posts = await comparePosts([usual, huge], slug)
  const ratio = ([a = NaN, b = NaN]: number[]) => b / a
  return {
    how: `One article with ${USUAL} comments and with ${HUGE.toLocaleString('en')}, both ${DEPTH} replies deep: pages from the \
request to the last byte when nothing is kept of them, and comments from the form to the answer, in milliseconds, median of \
${ROUNDS}, turn and turn about. The middle page starts with the middle thread; the deep comment is one of the deepest, the \
busy one has the most direct replies.`,
    tables: [
      {
        columns: ['', `${USUAL}`, HUGE.toLocaleString('en'), 'ratio', 'KB, plain', 'KB, plain, huge'],
        rows: [
          ...pages.map(({ name, times, bytes }) => [
            name,
            ...times,
            ratio(times),
            ...bytes.map((each) => each / 1024),
          ]),
          ['a comment posted into it', ...posts, ratio(posts), '', ''],
        ],
      },
    ],
    checks: [
      ...pages.map(({ name, times }) => atMost(`${name}, huge against usual`, ratio(times), LIMIT)),
      atMost('a comment posted into it, huge against usual', ratio(posts), LIMIT),
      atMost(
        'heaviest page of the huge discussion',
        Math.max(...pages.map(({ bytes }) => bytes[1] ?? 0)) / 1024,
        KILOBYTES,
        ' KB',
      ),
    ],
  }
}

function placesOf(site: Masthead, slug: string): Place[] {
  const of = 'FROM comments WHERE article_id = (SELECT id FROM articles WHERE slug = ?) AND shown = 1'
  const id = (order: string) =>
    query<{ id: number }>(site, `SELECT id ${of} ORDER BY ${order} LIMIT 1`, slug)[0]?.id ?? 0
  const roots = query<{ id: number }>(site, `SELECT id ${of} AND root_id IS NULL ORDER BY id`, slug)
  // as the links of the pages themselves say it
  const middle = Buffer.from(`${roots[roots.length >> 1]?.id}`).toString('base64url')
  const path = `/articles/${slug}`
  return [
    { name: 'first page', path },
    { name: 'middle page', path: `${path}?after=${middle}` },
    { name: 'newest first', path: `${path}?order=newest` },
    { name: 'a deep comment', path: `${path}/comments/${id('depth DESC, id')}` },
    { name: 'a busy comment', path: `${path}/comments/${id('reply_count DESC, id')}` },
  ]
}

type Timed = { ms: number; bytes: number }

async function compare(
  places: Place[],
  time: (index: number, place: number) => Promise<Timed>,
): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const [i, { name }] of places.entries()) {
    const taken: Timed[][] = [[], []]
    for (let round = 0; round < WARM_UP + ROUNDS; round++)
      for (const [index, list] of taken.entries()) {
        const took = await time(index, i)
        if (round >= WARM_UP) list.push(took)
      }
    const times = taken.map((list) => median(list.map(({ ms }) => ms)))
    measured.push({ name, times, bytes: taken.map((list) => list[0]?.bytes ?? 0) })
  }
  return measured
}

async function timeRender(site: Masthead, path: string): Promise<Timed> {
  forgetDocuments(site)
  const { status, headers, body, ms } = await ask(site.url + path)
  const how = String(headers['server-timing'])
  if (status !== 200 || !how.includes('desc=miss')) throw new Error(`${path} answered ${status}: ${how}`)
  return { ms, bytes: body.length }
}

/** Replies to a deep comment: all that is counted above it moves. */
async function comparePosts(sites: Masthead[], slug: string): Promise<number[]> {
  const forms = await Promise.all(
    sites.map((site) => {
      const deep = placesOf(site, slug).find(({ name }) => name === 'a deep comment')
      return readForm(site.url + (deep?.path ?? ''))
    }),
  )
  const times: number[][] = forms.map(() => [])
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const [index, form] of forms.entries()) {
      const began = performance.now()
      const answer = await postComment(form, {
        name: `Reader ${round}`,
        email: `reader${round}@example.com`,
        comment: `What reader ${round} has to say to this, in a sentence of the usual length.`,
      })
      if (answer === 'later') throw new Error('A comment was turned away')
      if (round >= WARM_UP) times[index]?.push(performance.now() - began)
    }
  return times.map(median)
}
