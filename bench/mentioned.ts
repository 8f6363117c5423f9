import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ask } from './ask'
import { listSlugs, type Masthead, newDataDir, ownMemory, query, startMasthead } from './masthead'
import { pace } from './pace'
import { atMost, type Findings } from './report'
import { quantile } from './statistics'
import { EVERY_MS, readWhile } from './visitor'

const SENT = 10_000
const SECONDS = 60
const PAGES = 50
/** Sites and networks that mentions come from: one of each is soon refused, all together are what is measured. */
const SITES = 200
/** Two of the limiter's minutes may begin in one of ours; what waits, and what the server keeps in memory. */
const LIMITS = { taken: 480, waiting: 1_000, memory: 314 }

/** Ten thousand mentions in a minute, while people read the very articles that they mention. */
export async function mentioned(): Promise<Findings> {
  const peer = createServer((request, response) => {
    const target = new URL(request.url ?? '/', 'http://peer.example').searchParams.get('to') ?? ''
    response
      .setHeader('content-type', 'text/html')
      .end(`<title>A page</title><p>Somebody writes of <a href="${target}">an article</a>.`)
  })
  peer.listen(0)
  await once(peer, 'listening')
  const { port } = peer.address() as AddressInfo
  const site = await startMasthead(newDataDir('mentioned'), { NET_ALLOW_LOOPBACK: '1', TRUST_PROXY: '1' })
  await site.command('fill', '--articles', String(PAGES))
  await site.command('settings', 'set', 'discussion.closeAfterDays', '0')
  const paths = listSlugs(site, PAGES).map((slug) => `/articles/${slug}`)
  const articles = paths.map((path) => site.url + path)
  for (const article of articles) await ask(article)

  const readQuietly = () => {
    const end = performance.now() + (SECONDS / 2) * 1000
    return readWhile(site, paths, () => performance.now() < end)
  }
  const before = await readQuietly()
  let peak = 0
  let waiting = 0
  const statuses = new Map<number, number>()
  let isSending = true
  const sent = send(site.url, articles, port, statuses).finally(() => (isSending = false))
  const during = await readWhile(site, paths, () => {
    peak = Math.max(peak, ownMemory(site))
    waiting = Math.max(waiting, countOf(site, 'waiting'))
    return isSending
  })
  await sent
  const held = countOf(site, 'held')
  const quiet = [...before, ...(await readQuietly())]
  await site.stop()
  peer.close()

  const taken = statuses.get(202) ?? 0
  const row = (name: string, times: number[]) => [
    name,
    quantile(times, 0.5),
    quantile(times, 0.99),
    times.length,
  ]
  return {
    how: `${SENT.toLocaleString('en')} webmentions are sent in ${SECONDS} s from ${SITES} sites and networks, each from a \
page that links to one of ${PAGES} articles, and held, as those of strangers are. One visitor asks for these articles in turn, \
one every ${EVERY_MS} ms, for half as long before, meanwhile, and for half as long afterwards.`,
    tables: [
      {
        columns: ['milliseconds a page', 'median', 'p99', 'asked'],
        rows: [row('before and afterwards', quiet), row('while mentions arrive', during)],
      },
      {
        columns: ['mentions', ''],
        rows: [
          ['sent', SENT],
          ['taken', taken],
          ['told to come later', statuses.get(429) ?? 0],
          ['read and held at the end', held],
        ],
      },
    ],
    checks: [
      atMost(
        'visitors’ p99 meanwhile, times that of before and afterwards',
        quantile(during, 0.99) / quantile(quiet, 0.99),
        1.2,
      ),
      atMost('mentions taken', taken, LIMITS.taken),
      atMost('mentions that wait, at the most', waiting, LIMITS.waiting),
      atMost('answers that are neither', SENT - taken - (statuses.get(429) ?? 0), 0),
      atMost('memory at its peak', peak, LIMITS.memory, ' MB'),
    ],
  }
}

const countOf = (site: Masthead, state: string) =>
  query<{ n: number }>(site, 'SELECT count(*) AS n FROM mentions WHERE state = ?', state)[0]?.n ?? 0

/** Sends at an even pace, whatever the answers are; counts them in `statuses`. */
const send = (url: string, articles: string[], port: number, statuses: Map<number, number>) =>
  pace(SENT / SECONDS, SENT, async (n) => {
    const target = articles[n % articles.length] ?? ''
    const source = `http://127.0.1.${n % SITES}:${port}/${n}?to=${encodeURIComponent(target)}`
    const { status } = await ask(`${url}/webmention`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `203.0.113.${n % SITES}`,
      },
      body: Buffer.from(new URLSearchParams({ source, target }).toString()),
    })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
