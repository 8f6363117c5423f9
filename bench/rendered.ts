import { getForSignIn } from '@/db/accounts'
import { close, open } from '@/db/client'
import * as sessions from '@/db/sessions'
import { OWNER } from '@/e2e/server'
import { ask } from './ask'
import { inWords, largeDataDir, type Size } from './large'
import {
  forgetDocuments,
  listSlugs,
  type Masthead,
  newDataDir,
  openDiscussions,
  ownMemory,
  startMasthead,
} from './masthead'
import { atMost, type Findings } from './report'
import { median } from './statistics'

const WARM_UP = 5
const ROUNDS = 30
/** How much slower a page of the large site may be. */
const LIMIT = 1.5

type Page = {
  name: string
  /** Whether the ratio is held to its limit: not where the large site has more to show on the page itself. */
  held: boolean
  staff: boolean
  pathOf: (round: number) => string
}

/** Pages as they are rendered when nothing is kept of them, on a small site and on a large one. */
export async function rendered(size: Size): Promise<Findings> {
  const small = await startMasthead(newDataDir('rendered'))
  const large = await startMasthead(await largeDataDir(size))
  // the same settings, whether or not another part of the run had the large site before
  for (const site of [small, large]) await openDiscussions(site)
  const timers = [await timerOf(small), await timerOf(large)]
  const rows: { page: Page; times: number[] }[] = []
  for (const page of pagesOf(listSlugs(small, 5))) rows.push({ page, times: await compare(page, timers) })
  const ratio = ([a = NaN, b = NaN]: number[]) => b / a
  return {
    how: `A site with ${inWords(size)} against the starter content alone: pages from the request to the last byte when nothing \
is kept of them, in milliseconds, median of ${ROUNDS}, turn and turn about.`,
    tables: [
      {
        columns: ['page', 'starter content', 'full', 'ratio'],
        rows: rows.map(({ page, times }) => [page.name, ...times, ratio(times)]),
      },
    ],
    checks: [
      ...rows
        .filter(({ page }) => page.held)
        .map(({ page, times }) => atMost(`${page.name}, full against small`, ratio(times), LIMIT)),
      atMost('memory of the full site’s server', ownMemory(large), 250, ' MB'),
    ],
  }
}

/** The articles are those that both sites begin with: the same page, in a small database and in a large one. */
function pagesOf(shared: string[]): Page[] {
  const visit = { held: true, staff: false }
  const staff = { held: true, staff: true }
  return [
    { ...visit, name: 'Home', pathOf: () => '/' },
    { ...visit, name: 'Article index', pathOf: () => '/articles' },
    { ...visit, name: 'Article', pathOf: (round) => `/articles/${shared[round % shared.length]}` },
    { ...staff, name: 'Dashboard: articles', pathOf: () => '/dashboard/articles' },
    { ...staff, name: 'Dashboard: discussion', pathOf: () => '/dashboard/discussion', held: false },
    { ...visit, name: 'Feed', pathOf: () => '/feed.xml', held: false },
  ]
}

type Timer = (page: Page, round: number) => Promise<number>

async function compare(page: Page, timers: Timer[]): Promise<number[]> {
  const times: number[][] = timers.map(() => [])
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const [site, time] of timers.entries()) {
      const took = await time(page, round)
      if (round >= WARM_UP) times[site]?.push(took)
    }
  return times.map(median)
}

async function timerOf(site: Masthead): Promise<Timer> {
  const cookie = `masthead.session=${await signIn(site)}`
  return async ({ staff, pathOf }, round) => {
    if (!staff) forgetDocuments(site)
    const path = pathOf(round)
    const { status, headers, ms } = await ask(site.url + path, { headers: staff ? { cookie } : {} })
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    const how = String(headers['server-timing'])
    if (!staff && !how.includes('desc=miss')) throw new Error(`${path} was not rendered: ${how}`)
    return ms
  }
}

async function signIn(site: Masthead): Promise<string> {
  open(site.database)
  try {
    const owner = await getForSignIn(OWNER.email)
    if (!owner) throw new Error('The site under measurement has no owner')
    return await sessions.open(owner.id, new Date())
  } finally {
    await close()
  }
}
