import { setTimeout as sleep } from 'node:timers/promises'
import * as runs from '@/db/score-runs'
import { systemActor } from '@/domain/actor'
import { inDatabase } from '@/e2e/fixtures/database'
import { ask } from './ask'
import type { Size } from './large'
import {
  change,
  command,
  listSlugs,
  type Masthead,
  newDataDir,
  ownMemory,
  query,
  startMasthead,
} from './masthead'
import { atLeast, atMost, type Findings } from './report'
import { quantile } from './statistics'
import { EVERY_MS, readWhile } from './visitor'

const MOST = 10_000
const PAGES = 50
// what one page takes depends on what else the machine does: the same is measured turn and turn about
const ROUNDS = 6
const ROUND_MS = 12_000
// until the worker has heard of an order, or has ended what it had in hand
const TURN_MS = 6_000

type Run = {
  state: string
  seen: number
  changed: number
  failed: number
  ordered_at: number
  ended_at: number
}

const BENCH = systemActor('Bench')

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
  await readWhile(site, paths, () => {
    peak = Math.max(peak, ownMemory(site))
    return getRun(site)?.state === 'running'
  })
  const run = getRun(site)
  if (!run || run.seen < count) throw new Error('The articles were not scored')

  const readBriefly = async () => {
    await sleep(TURN_MS)
    const end = performance.now() + ROUND_MS
    return readWhile(site, paths, () => performance.now() < end)
  }
  const quiet: number[] = []
  const during: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(...(await readBriefly()))
    const id = await scoreAgain(site, dataDir)
    during.push(...(await readBriefly()))
    if (getRun(site)?.state !== 'running') throw new Error('There were too few articles to score')
    await inDatabase(() => runs.cancel(BENCH, id, new Date()), dataDir)
  }
  await site.stop()
  const p99 = (times: number[]) => quantile(times, 0.99)
  const row = (name: string, times: number[]) => [name, quantile(times, 0.5), p99(times), times.length]
  return {
    how: `${count.toLocaleString('en')} generated articles are scored in the background of a server that has just \
begun, while a visitor asks for ${PAGES} of them in turn, one every ${EVERY_MS} ms. Then the visitor asks for ${ROUND_MS / 1000} s \
while nothing is scored and for as long while all are scored again, ${ROUNDS} times. \
Memory is the server’s own in the first run, the process that scores included.`,
    tables: [
      {
        columns: ['milliseconds a page', 'median', 'p99', 'asked'],
        rows: [row('while it scores', during), row('while it does not', quiet)],
      },
    ],
    checks: [
      // ten thousand within a quarter of an hour
      atLeast('articles scored a second', (1000 * run.seen) / (run.ended_at - run.ordered_at), 11),
      atMost('visitors’ p99 meanwhile, times that of a quiet server', p99(during) / p99(quiet), 1.2),
      atMost('memory at its peak', peak, 600, ' MB'),
      atMost('articles that could not be scored', run.failed, 0),
    ],
  }
}

/** Marks every score as found by older rules, and has all found anew; gives the id of the run. */
async function scoreAgain(site: Masthead, dataDir: string): Promise<number> {
  change(site, 'UPDATE scores SET rules_version = 0')
  const ordered = await inDatabase(() => runs.order(BENCH, new Date()), dataDir)
  if (ordered.kind !== 'done') throw new Error('Another run is on its way')
  return ordered.id
}
