import { once } from 'node:events'
import { ask } from './ask'
import { type Form, postComment, readForm } from './forms'
import {
  discuss,
  listSlugs,
  type Masthead,
  newDataDir,
  openDiscussions,
  query,
  startMasthead,
} from './masthead'
import { pace } from './pace'
import { atMost, type Findings } from './report'
import { quantile } from './statistics'
import { finishLoad, startLoad } from './wrk'

/** So many comments a second for so long, each time on another article. */
const RUNS = [
  { perSecond: 5, seconds: 24, articles: 1 },
  { perSecond: 50, seconds: 4, articles: 5 },
  { perSecond: 200, seconds: 5, articles: 1 },
]
const READERS = 16
/** Comments that stand before, and so many new replies as the page of the article shows besides. */
const ROOTS = 50
const SHOWN = 200
const ANSWERED = 5

type Run = (typeof RUNS)[number]
type Seen = { acknowledged: number; visible: number; stale: boolean; read: boolean }
type Outcome = {
  seen: Seen[]
  turnedAway: number
  reads: number
  seconds: number
  mostAtOnce: number
  took: number
}

/** Readers and writers on one article: whether anybody is ever shown it without what was acknowledged before. */
export async function fresh(): Promise<Findings> {
  const site = await startMasthead(newDataDir('fresh'))
  await openDiscussions(site)
  const count = RUNS.reduce((sum, { articles }) => sum + articles, 0)
  await site.command('fill', '--articles', String(count))
  const slugs = listSlugs(site, count).values()
  const results: { run: Run; outcomes: Outcome[] }[] = []
  for (const run of RUNS) {
    const outcomes: Outcome[] = []
    for (let i = 0; i < run.articles; i++) outcomes.push(await discussed(site, slugs.next().value ?? '', run))
    results.push({ run, outcomes })
  }
  return findings(results)
}

/** Posts to one article at a steady rate, while others read it as fast as they can. */
async function discussed(site: Masthead, slug: string, { perSecond, seconds }: Run): Promise<Outcome> {
  const path = await discuss(site, slug, ROOTS, { depth: 0 })
  const roots = query<{ id: number }>(
    site,
    'SELECT c.id FROM comments c JOIN articles a ON a.id = c.article_id WHERE a.slug = ? ORDER BY c.id LIMIT ?',
    slug,
    ANSWERED,
  )
  const forms = await Promise.all(roots.map(({ id }) => readForm(`${site.url}${path}/comments/${id}`)))
  const posts = perSecond * seconds
  const watch = watcher(site.url + path, forms, posts <= SHOWN)
  const readers = startLoad(site.url + path, { connections: READERS, seconds: 600 })
  const seen: Seen[] = []
  let turnedAway = 0
  const { mostAtOnce, took } = await pace(perSecond, posts, async (turn, due) => {
    const one = await watch(turn, due)
    if (one) seen.push(one)
    else turnedAway++
  })
  const ended = once(readers.process, 'close')
  readers.process.kill('SIGINT')
  await ended
  const { requests, seconds: read, failed } = await finishLoad(readers)
  if (failed > 0) throw new Error(`${failed} of ${requests} reads failed`)
  return { seen, turnedAway, reads: requests, seconds: read, mostAtOnce, took }
}

/** Posts one comment, and reads the article as soon as it was acknowledged, until it is there; null where it was turned away. */
function watcher(url: string, forms: Form[], read: boolean) {
  let acknowledged = ROOTS
  return async (turn: number, due: number): Promise<Seen | null> => {
    const form = forms[turn % forms.length]
    if (!form) throw new Error('There is nothing to answer')
    const comment = `This is what reader ${turn} has to say, in a sentence of the usual length: number-${turn}.`
    const typed = { name: `Reader ${turn}`, email: `reader${turn}@example.com`, comment }
    if ((await postComment(form, typed)) === 'later') return null
    const expected = ++acknowledged
    const answered = performance.now()
    for (let tries = 1; ; tries++) {
      const { status, body } = await ask(url)
      if (status !== 200) throw new Error(`${url} answered ${status}`)
      const total = Number(/"commentCount":(\d+)/.exec(body.toString())?.[1])
      const isThere = total >= expected && (!read || body.includes(`number-${turn}.`))
      if (isThere)
        return { acknowledged: answered - due, visible: performance.now() - due, stale: tries > 1, read }
      if (tries > 100) throw new Error(`Comment ${turn} never appeared: the article counts ${total}`)
    }
  }
}

function findings(results: { run: Run; outcomes: Outcome[] }[]): Findings {
  const rows = results.map(({ run, outcomes }) => {
    const seen = outcomes.flatMap((outcome) => outcome.seen)
    const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + of(outcome), 0)
    const at = (of: (one: Seen) => number, share: number) => quantile(seen.map(of), share)
    return {
      perSecond: run.perSecond,
      posts: seen.length,
      read: seen.filter(({ read }) => read).length,
      stale: seen.filter(({ stale }) => stale).length,
      kept: (seen.length / sum(({ took }) => took)) * 1000,
      reads: sum(({ reads }) => reads) / sum(({ seconds }) => seconds),
      acknowledged: [at((one) => one.acknowledged, 0.5), at((one) => one.acknowledged, 0.99)],
      visible: [at((one) => one.visible, 0.5), at((one) => one.visible, 0.99)],
      turnedAway: sum(({ turnedAway }) => turnedAway),
      mostAtOnce: Math.max(...outcomes.map(({ mostAtOnce }) => mostAtOnce)),
    }
  })
  const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  const posts = total((row) => row.posts)
  const visibleAt = (perSecond: number) => rows.find((row) => row.perSecond === perSecond)?.visible[0] ?? NaN
  return {
    how: `${READERS} connections read one article as fast as they can while comments are posted to it at a steady rate, however slow \
the answers, by the public form without JavaScript. As soon as a post is acknowledged the article is read: it must count every \
comment acknowledged before, and for ${total((row) => row.read).toLocaleString('en')} of the ${posts.toLocaleString('en')} posts, \
where all fit the page, the text is looked for too. A post that comes while 256 \
forms are in hand is turned away with 503, its text kept by the browser that sent it. Milliseconds run from when the post was due; visible is the last \
byte of the first article that holds it.`,
    tables: [
      {
        columns: [
          ...['comments a second', 'posts', 'stale reads', 'reads a second', 'acknowledged p50', 'p99'],
          ...['visible p50', 'p99', 'taken a second', 'turned away', 'waiting at once'],
        ],
        rows: rows.map((row) => [
          ...[row.perSecond, row.posts, row.stale, row.reads, ...row.acknowledged],
          ...[...row.visible, row.kept, row.turnedAway, row.mostAtOnce],
        ]),
      },
    ],
    checks: [
      atMost(
        `stale reads after ${posts.toLocaleString('en')} acknowledged posts`,
        total((row) => row.stale),
        0,
      ),
      atMost('post to visible at 5 a second, p50', visibleAt(5), 40, ' ms'),
      atMost('post to visible at 50 a second, p50', visibleAt(50), 120, ' ms'),
    ],
  }
}
