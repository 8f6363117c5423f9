import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { environmentOf, freePort } from '@/e2e/server'
import { type Child, folder, run, start, stop, until } from './children'

export type Masthead = {
  url: string
  dataDir: string
  pid: number
  /** The file of its database. */
  database: string
  command: (...command: string[]) => Promise<string>
  stop: () => Promise<void>
}

const manifest = z.object({ scripts: z.object({ start: z.string() }) })

/** Begins the server as `npm start` does, in its data folder. */
export function spawnMasthead(dataDir: string, port: number, env: Record<string, string> = {}): Child {
  const { scripts } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  return start('/bin/sh', ['-c', scripts.start], {
    env: { ...environmentOf(dataDir, port), ...env },
  })
}

/** A data folder of its own for a site. */
export function newDataDir(name: string): string {
  const dataDir = join(folder, name)
  mkdirSync(dataDir)
  return dataDir
}

/** Runs the built command line on a site. */
export const command = (dataDir: string, ...args: string[]) =>
  run(process.execPath, ['build/cli.js', ...args], { env: { DATA_DIR: dataDir } })

export async function startMasthead(dataDir: string, env?: Record<string, string>): Promise<Masthead> {
  const port = await freePort()
  const child = spawnMasthead(dataDir, port, env)
  await until(child, async () => child.printed().includes('is ready at'))
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    pid: child.pid,
    database: join(dataDir, 'masthead.sqlite'),
    command: (...args) => command(dataDir, ...args),
    stop: () => stop(child),
  }
}

/** Lets comments appear at once, and as many as come, on every article. */
export async function openDiscussions(site: Masthead): Promise<void> {
  const settings = {
    'discussion.mode': 'open',
    'discussion.closeAfterDays': '0',
    'discussion.perAddressPerMinute': '0',
    'discussion.perArticlePerMinute': '0',
  }
  for (const [key, value] of Object.entries(settings)) await site.command('settings', 'set', key, value)
}

/** Reads the database of a site beside its server. */
export function query<T>(site: Masthead, sql: string, ...parameters: unknown[]): T[] {
  const database = new Sqlite(site.database, { readonly: true })
  try {
    return database.prepare<unknown[], T>(sql).all(...parameters)
  } finally {
    database.close()
  }
}

/** Writes to it, as another process would. */
export function change(site: Masthead, sql: string): void {
  const database = new Sqlite(site.database, { timeout: 10_000 })
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

/** Every document shows who the agency is: this drops them all, as saving the settings would. */
export const forgetDocuments = (site: Masthead): void =>
  change(site, `INSERT INTO touches (tag) VALUES ('site')`)

/** Published articles whose discussion follows the site's policy, those with the fewest comments first. */
export const listSlugs = (site: Masthead, count: number): string[] =>
  query<{ slug: string }>(
    site,
    `SELECT slug FROM articles WHERE state = 'published' AND publish_at <= ? AND discussion = 'inherit'
     ORDER BY comment_count, id LIMIT ?`,
    Date.now(),
    count,
  ).map(({ slug }) => slug)

/**
 * Adds comments to a discussion until it has so many, replies down to a depth among them; gives the address of its
 * article.
 */
export async function discuss(
  site: Masthead,
  slug: string,
  comments: number,
  { depth = 6 }: { depth?: number } = {},
): Promise<string> {
  const [article] = query<{ count: number }>(
    site,
    'SELECT comment_count AS count FROM articles WHERE slug = ?',
    slug,
  )
  const missing = comments - (article?.count ?? 0)
  if (missing > 0) {
    const thread = ['--thread', slug, '--depth', String(depth)]
    await site.command('fill', ...thread, '--comments', String(missing))
  }
  return `/articles/${slug}`
}

/**
 * What a server and the processes it began keep in memory of their own, in megabytes: without the pages of files that
 * the system lends them.
 */
export const ownMemory = ({ pid }: Masthead): number => memoryOf(pid)

function memoryOf(pid: number): number {
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (!kilobytes) throw new Error('This system does not say what a process keeps in memory')
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return Number(kilobytes) / 1024 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0)
}
