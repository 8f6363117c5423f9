import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { folder } from './children'
import { CONTENT_TYPE, filledIn, type Form, readForm } from './forms'
import { listSlugs, type Masthead, newDataDir, openDiscussions, query, startMasthead } from './masthead'
import { atLeast, type Findings } from './report'
import { median } from './statistics'
import { load } from './wrk'

const ROUNDS = 3
const SECONDS = 4
const CONNECTIONS = [1, 16]
const ARTICLES = 100
/** Comments a second that WordPress took on such a machine. */
const WORDPRESS = 113
const COMMENT =
  'A comment of the usual length, with a word or two of *emphasis* and one thought of its own: @@.'

/** Comments taken a second, each safe on the disk before its writer is answered. */
export async function accepted(): Promise<Findings> {
  // every writer has an address, so that the limit on each is asked and never reached
  const site = await startMasthead(newDataDir('accepted'), { TRUST_PROXY: '1' })
  await site.command('fill', '--articles', String(ARTICLES))
  await openDiscussions(site)
  await site.command('settings', 'set', 'discussion.perAddressPerMinute', '5')
  await site.command('settings', 'set', 'discussion.perArticlePerMinute', '10000')
  const forms = await Promise.all(
    listSlugs(site, ARTICLES).map((slug) => readForm(`${site.url}/articles/${slug}`)),
  )
  const file = writeForms(forms)

  const taken = new Map(CONNECTIONS.map((connections) => [connections, [] as number[]]))
  const bare: number[] = []
  let begun = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const connections of CONNECTIONS) {
      taken.get(connections)?.push(await post(site, file, connections, begun))
      begun += 1_000_000
    }
    bare.push(bareTransactions())
  }
  const rates = CONNECTIONS.map((connections) => ({
    connections,
    rate: median(taken.get(connections) ?? []),
  }))
  return {
    how: `Comments posted by the public form without JavaScript, on ${ARTICLES} articles, every check on; a comment that \
was not stored would fail the run. Median of ${ROUNDS} rounds of ${SECONDS} s, the contenders turn and turn about. The \
bare transaction inserts one row of the same text with the same driver and pragmas (WAL, \`synchronous=FULL\`). The \
figure of WordPress, ${WORDPRESS}/s, is given, not measured here.`,
    tables: [
      {
        columns: ['', 'a second', 'of the bare transaction', 'times WordPress'],
        rows: [
          ...rates.map(({ connections, rate }) => [
            `comments, connections: ${connections}`,
            rate,
            rate / median(bare),
            rate / WORDPRESS,
          ]),
          ['bare SQLite transactions', median(bare), 1, ''],
        ],
      },
    ],
    checks: rates.map(({ connections, rate }) =>
      atLeast(`comments a second, connections: ${connections}`, rate, 3 * WORDPRESS),
    ),
  }
}

/** The forms as Lua reads them; it knows the escapes of JSON that occur here. */
function writeForms(forms: Form[]): string {
  const file = join(folder, 'forms.lua')
  const rows = forms.map((form) => {
    const body = filledIn(form, { name: 'Reader @@', email: 'reader@@@example.com', comment: COMMENT })
    return `{ path = ${JSON.stringify(new URL(form.url).pathname)}, body = ${JSON.stringify(body)} }`
  })
  writeFileSync(file, `return { ${rows.join(',\n')} }\n`)
  return file
}

async function post(site: Masthead, file: string, connections: number, from: number): Promise<number> {
  const count = () =>
    query<{ n: number }>(site, 'SELECT count(*) AS n FROM comments WHERE shown = 1')[0]?.n ?? 0
  const before = count()
  const { requests, perSecond } = await load(site.url, {
    connections,
    seconds: SECONDS,
    threads: 1,
    script: 'bench/post.lua',
    args: [file, CONTENT_TYPE, String(from)],
  })
  if (count() - before < requests) throw new Error(`Of ${requests} comments ${count() - before} were stored`)
  return perSecond
}

function bareTransactions(): number {
  const database = new Sqlite(join(folder, 'bare.sqlite'))
  try {
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -16000'])
      database.pragma(pragma)
    database.exec(
      'CREATE TABLE IF NOT EXISTS comments (id INTEGER PRIMARY KEY, article_id INTEGER, source TEXT)',
    )
    const insert = database.prepare('INSERT INTO comments (article_id, source) VALUES (?, ?)')
    const began = performance.now()
    let done = 0
    for (; performance.now() - began < SECONDS * 1000; done++) {
      database.exec('BEGIN IMMEDIATE')
      insert.run(1, COMMENT)
      database.exec('COMMIT')
    }
    return (done / (performance.now() - began)) * 1000
  } finally {
    database.close()
  }
}
