import { ask, fetchEncoded } from './ask'
import { startIsr } from './next-isr'
import { discuss, listSlugs, newDataDir, openDiscussions, startMasthead } from './masthead'
import { startNginx } from './nginx'
import { atLeast, type Findings } from './report'
import { median } from './statistics'
import { load } from './wrk'

export const CONNECTIONS = [1, 16, 64]
const ROUNDS = 3
const SECONDS = 3
export const COMMENTS = 200

type Contender = { name: string; url: string }
/** Requests a second, by contender and connections. */
export type Race = { bytes: Map<string, number>; perSecond: (name: string, connections: number) => number }

/** Finished pages: Masthead, the same page by Next's own cache, and the same bytes as a file. */
export async function served(): Promise<Findings> {
  const site = await startMasthead(newDataDir('served'))
  await openDiscussions(site)
  const [slug = ''] = listSlugs(site, 1)
  const article = await discuss(site, slug, COMMENTS)
  const isr = await startIsr(site.dataDir)
  const nginx = await startNginx()
  const file = async (name: string, path: string) =>
    nginx.put(name, await fetchEncoded(site.url + path, 'gzip'))

  const articles = await race([
    { name: 'Masthead', url: site.url + article },
    { name: 'Next ISR', url: isr.url + article },
    { name: 'nginx', url: await file('article', article) },
  ])
  const homes = await race([
    { name: 'Masthead', url: `${site.url}/` },
    { name: 'nginx', url: await file('home', '/') },
  ])

  const at16 = (race: Race, name: string) => race.perSecond(name, 16)
  return {
    how: `Requests a second for a finished page in gzip, median of ${ROUNDS} rounds of ${SECONDS} s by wrk with at most two threads, \
the contenders turn and turn about. The article has ${COMMENTS} comments. nginx serves Masthead's bytes from a file with one \
worker; Next ISR is \`bench/isr\`, the same components under \`next start\` as it comes.`,
    tables: [
      {
        columns: ['page', 'connections', 'Masthead', 'nginx', 'of nginx', 'Next ISR', 'times Next ISR'],
        rows: [...rowsOf('article', articles), ...rowsOf('home', homes)],
      },
      sizesOf({ article: articles, home: homes }),
    ],
    checks: [
      atLeast(
        'article at 16 connections, of nginx',
        at16(articles, 'Masthead') / at16(articles, 'nginx'),
        0.4,
      ),
      atLeast(
        'article at 16 connections, times Next ISR',
        at16(articles, 'Masthead') / at16(articles, 'Next ISR'),
        100,
      ),
    ],
  }
}

/** Lets contenders serve turn and turn about, so that whatever else the machine does slows all alike. */
export async function race(contenders: Contender[]): Promise<Race> {
  const bytes = new Map<string, number>()
  for (const { name, url } of contenders) {
    await ask(url, { headers: { 'accept-encoding': 'gzip' } })
    bytes.set(name, (await fetchEncoded(url, 'gzip')).length)
    await load(url, { connections: 16, seconds: 1 })
  }
  const results = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++)
    for (const connections of CONNECTIONS)
      for (const { name, url } of contenders) {
        const { perSecond } = await load(url, { connections, seconds: SECONDS })
        const key = `${name} ${connections}`
        results.set(key, [...(results.get(key) ?? []), perSecond])
      }
  return { bytes, perSecond: (name, connections) => median(results.get(`${name} ${connections}`) ?? []) }
}

function rowsOf(page: string, { perSecond }: Race) {
  return CONNECTIONS.map((connections) => {
    const [ours, nginx, isr] = ['Masthead', 'nginx', 'Next ISR'].map((name) => perSecond(name, connections))
    if (ours === undefined || nginx === undefined || isr === undefined) throw new Error('There are three')
    return [page, connections, ours, nginx, ours / nginx, isr, ours / isr]
  })
}

const sizesOf = (races: Record<string, Race>) => ({
  columns: ['bytes sent in gzip', 'Masthead', 'nginx', 'Next ISR'],
  rows: Object.entries(races).map(([page, { bytes }]) => [
    page,
    ...['Masthead', 'nginx', 'Next ISR'].map((name) => bytes.get(name) ?? NaN),
  ]),
})
