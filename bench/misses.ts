import { ask, fetchEncoded } from './ask'
import { listSlugs, newDataDir, startMasthead } from './masthead'
import { pace } from './pace'
import type { Findings } from './report'
import { quantile } from './statistics'

const ARTICLES = 3_000
const SECONDS = 8
/** Visitors who each ask for one page after another that nobody asked for before. */
const STRANGERS = 4
const READS_A_SECOND = 100

/** What pages cost that are not kept, and what those who read a kept page notice of it. */
export async function misses(): Promise<Findings> {
  const site = await startMasthead(newDataDir('misses'))
  await site.command('fill', '--articles', String(ARTICLES))
  const strange = listSlugs(site, ARTICLES).map((slug) => `${site.url}/articles/${slug}`)
  // the first renders compile what the others use
  for (const url of strange.splice(0, 30)) await fetchEncoded(url, 'gzip')
  await fetchEncoded(`${site.url}/`, 'gzip')

  const alone = await readKept(`${site.url}/`)
  const rendering = readStrange(strange)
  const meanwhile = await readKept(`${site.url}/`)
  const { times, perSecond } = await rendering
  const spread = (name: string, values: number[]) => [
    name,
    ...[0.5, 0.99, 1].map((share) => quantile(values, share)),
  ]
  return {
    how: `${STRANGERS} visitors ask for one article after another that nobody asked for before, for ${SECONDS} s, while ${READS_A_SECOND} \
requests a second read the home page, which is kept. Milliseconds from when a request was due to its last byte.`,
    tables: [
      { columns: ['', 'a second'], rows: [['pages rendered', perSecond]] },
      {
        columns: ['milliseconds', 'p50', 'p99', 'slowest'],
        rows: [
          spread('a page that is rendered', times),
          spread('a kept page meanwhile', meanwhile),
          spread('a kept page when nothing is rendered', alone),
        ],
      },
    ],
    checks: [],
  }
}

async function readKept(url: string): Promise<number[]> {
  const times: number[] = []
  await pace(READS_A_SECOND, READS_A_SECOND * SECONDS, async (_, due) => {
    await fetchEncoded(url, 'gzip')
    times.push(performance.now() - due)
  })
  return times
}

async function readStrange(urls: string[]): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = []
  const began = performance.now()
  const queue = urls.values()
  const visit = async () => {
    for (const url of queue) {
      if (performance.now() - began > SECONDS * 1000) return
      const { status, headers, ms } = await ask(url, { headers: { 'accept-encoding': 'gzip' } })
      if (status !== 200 || !String(headers['server-timing']).includes('desc=miss'))
        throw new Error(`${url} was not rendered`)
      times.push(ms)
    }
    throw new Error('Every page was rendered before the time was over')
  }
  await Promise.all(Array.from({ length: STRANGERS }, visit))
  return { times, perSecond: (times.length / (performance.now() - began)) * 1000 }
}
