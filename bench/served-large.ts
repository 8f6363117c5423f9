import { fetchEncoded } from './ask'
import { inWords, largeDataDir, type Size } from './large'
import { discuss, listSlugs, newDataDir, openDiscussions, startMasthead } from './masthead'
import { startNginx } from './nginx'
import { atLeast, type Findings } from './report'
import { COMMENTS, CONNECTIONS, race, type Race } from './served'

const SMALL = 'starter content'
const FULL = 'full'
const LIMIT = 0.8

/** The same finished pages from a small database and from a large one. */
export async function servedLarge(size: Size): Promise<Findings> {
  const sites = [
    { name: SMALL, site: await startMasthead(newDataDir('served-small')) },
    { name: FULL, site: await startMasthead(await largeDataDir(size)) },
  ]
  const [small, full] = sites.map(({ site }) => site)
  if (!small || !full) throw new Error('There are two sites')
  const [slug = ''] = listSlugs(small, 1)
  for (const { site } of sites) {
    await openDiscussions(site)
    await discuss(site, slug, COMMENTS)
  }
  const nginx = await startNginx()
  const compare = async (page: string, path: string) => ({
    page,
    result: await race([
      ...sites.map(({ name, site }) => ({ name, url: site.url + path })),
      { name: 'nginx', url: nginx.put(page, await fetchEncoded(full.url + path, 'gzip')) },
    ]),
  })
  const races = [await compare('article', `/articles/${slug}`), await compare('home', '/')]
  return {
    how: `As (a), in a database of ${inWords(size)} beside one with the starter content alone; nginx serves the bytes of the \
full site.`,
    tables: [
      {
        columns: ['page', 'connections', SMALL, FULL, 'full of small', 'nginx', 'full of nginx'],
        rows: races.flatMap(({ page, result }) => CONNECTIONS.map((count) => rowOf(page, count, result))),
      },
    ],
    checks: races.map(({ page, result }) =>
      atLeast(
        `${page} at 16 connections, full of small`,
        result.perSecond(FULL, 16) / result.perSecond(SMALL, 16),
        LIMIT,
      ),
    ),
  }
}

function rowOf(page: string, connections: number, { perSecond }: Race) {
  const small = perSecond(SMALL, connections)
  const full = perSecond(FULL, connections)
  const nginx = perSecond('nginx', connections)
  return [page, connections, small, full, full / small, nginx, full / nginx]
}
