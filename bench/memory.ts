import { setTimeout as sleep } from 'node:timers/promises'
import { fetchEncoded } from './ask'
import { type Form, postComment, readForm } from './forms'
import { listSlugs, type Masthead, newDataDir, openDiscussions, ownMemory, startMasthead } from './masthead'
import { atMost, type Findings } from './report'

const PAGES = 10_000
const READS = 200_000
const POSTS = 2_000
/** Articles that are read and discussed in the long run. */
const DISCUSSED = 100
const READERS = 16
const REST_MS = 30_000
/** Megabytes; `cache` is the bound in documents/server.ts. */
const LIMITS = { idle: 150, loaded: 250, cache: 64, growth: 0.1 }

/** What the server keeps of its own, at rest after each kind of work. */
export async function memory(): Promise<Findings> {
  const dataDir = newDataDir('memory')
  const first = await startMasthead(dataDir)
  await first.command('fill', '--articles', String(PAGES))
  await openDiscussions(first)
  await first.stop()

  const site = await startMasthead(dataDir)
  await fetchEncoded(`${site.url}/`, 'gzip')
  const idle = await atRest(site)
  const urls = listSlugs(site, PAGES).map((slug) => `${site.url}/articles/${slug}`)
  await each(urls, async (url) => void (await fetchEncoded(url, 'gzip')))
  const afterPages = await atRest(site)
  const forms = await Promise.all(urls.slice(-DISCUSSED).map(readForm))
  await readAndPost(forms, 0, READS / 2)
  const halfWay = await atRest(site)
  await readAndPost(forms, READS / 2, READS)
  const end = await atRest(site)

  const loaded = Math.max(afterPages, halfWay, end)
  return {
    how: `Anonymous memory of the server's process (\`RssAnon\`), in megabytes, ${REST_MS / 1000} s after the last request.`,
    tables: [
      {
        columns: ['after', 'MB'],
        rows: [
          ['the start', idle],
          [`${PAGES.toLocaleString('en')} different pages`, afterPages],
          [
            `${(READS / 2).toLocaleString('en')} reads and ${(POSTS / 2).toLocaleString('en')} comments more`,
            halfWay,
          ],
          [`as much again`, end],
        ],
      },
    ],
    checks: [
      atMost('idle', idle, LIMITS.idle, ' MB'),
      atMost(
        `loaded, at the most (${LIMITS.loaded} MB and the bound of the cache)`,
        loaded,
        LIMITS.loaded + LIMITS.cache,
        ' MB',
      ),
      atMost('the end, of half-way', end / halfWay, 1 + LIMITS.growth),
    ],
  }
}

async function atRest(site: Masthead): Promise<number> {
  await sleep(REST_MS)
  return ownMemory(site)
}

/** Does something with each of the items, for several readers at a time. */
async function each<T>(items: T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  const queue = items.entries()
  await Promise.all(
    Array.from({ length: READERS }, async () => {
      for (const [index, item] of queue) await work(item, index)
    }),
  )
}

/** Reads by turns, and posts a comment after every so many. */
async function readAndPost(forms: Form[], from: number, to: number): Promise<void> {
  const turns = Array.from({ length: to - from }, (_, i) => from + i)
  await each(turns, async (turn) => {
    const form = forms[turn % forms.length]
    if (!form) return
    await fetchEncoded(form.url, 'gzip')
    if (turn % (READS / POSTS) !== 0) return
    const target = forms[(turn / (READS / POSTS)) % forms.length] ?? form
    const answer = await postComment(target, {
      name: 'Dana',
      email: 'dana@example.com',
      comment: `Comment after read ${turn}`,
    })
    if (answer === 'later') throw new Error('A comment was turned away')
  })
}
