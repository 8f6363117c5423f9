import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask'
import type { Size } from './large'
import { command, listSlugs, type Masthead, newDataDir, ownMemory, query, startMasthead } from './masthead'
import { atLeast, atMost, type Findings } from './report'
import { quantile } from './statistics'
import { EVERY_MS, readWhile } from './visitor'

const MOST = 10_000
const PAGES = 50
const QUIET_MS = 30_000

type Run = {
  state: string
  seen: number
  changed: number
  failed: number
  ordered_at: number
  ended_at: number
}

const getRun = (site: Masthead) => query<Run>(site, 'SELECT * FROM score_runs ORDER BY id DESC LIMIT 1')[0]

/** All articles of a site scored in the background, while people read it. */
export async function scored(size: Size): Promise<Findings> {
  const count = Math.min(size.articles, MOST)
  const dataDir = newDataDir('scoring')
  const articles = ['--articles', String(count), '--comments', '0', '--seed', '1']
  await command(dataDir, 'fill', ...articles)
  // a site whose articles have no score under the rules that hold begins with them
  const site = await startMasthead(dataDir, { STARTER: 'none' })
  const paths = listSlugs(site, PAGES).map((slug) => `/articles/${slug}`)
  for (const path of paths) await ask(site.url + path)
  let peak = 0
  const during = await readWhile(site, paths, () => {
    peak = Math.max(peak, ownMemory(site))
    return getRun(site)?.state === 'running'
  })
  const run = getRun(site)
  if (!run || run.seen < count) throw new Error('The articles were not scored')
  // what the end of the run leaves to do
  await sleep(5_000)
  const end = performance.now() + QUIET_MS
  const quiet = await readWhile(site, paths, () => performance.now() < end)
  const ratio = quantile(during, 0.99) / quantile(quiet, 0.99)
  await site.stop()
  const row = (name: string, times: number[]) => [
    name,
    quantile(times, 0.5),
    quantile(times, 0.99),
    times.length,
  ]
  return {
    how: `${count.toLocaleString('en')} generated articles are scored in the background of a server that has just \
begun, while one visitor asks it for ${PAGES} articles in turn, one every ${EVERY_MS} ms; afterwards the same visitor \
asks for ${QUIET_MS / 1000} s more. Memory is the server’s own, its thread included.`,
    tables: [
      {
        columns: ['milliseconds a page', 'median', 'p99', 'asked'],
        rows: [row('while it scores', during), row('afterwards', quiet)],
      },
    ],
    checks: [
      atLeast('articles scored a second', (1000 * run.seen) / (run.ended_at - run.ordered_at), 20),
      atMost('visitors’ p99 meanwhile, times that of a quiet server', ratio, 1.2),
      atMost('memory at its peak', peak, 600, ' MB'),
      atMost('articles that could not be scored', run.failed, 0),
    ],
  }
}
