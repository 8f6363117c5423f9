import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { close, open } from '@/db/client'
import { getForSignIn } from '@/db/accounts'
import * as sessions from '@/db/sessions'
import { OWNER, startServer } from '@/e2e/server'

export type Site = {
  /** Asks for an address as a visitor who finds nothing kept; milliseconds until the last byte. */
  timeVisit: (path: string) => Promise<number>
  /** Asks for an address as the owner; nothing is ever kept of that. */
  timeStaff: (path: string) => Promise<number>
  readJson: (path: string) => Promise<unknown>
  /** What the server keeps in memory of its own, in megabytes; null where the system does not say. */
  memory: () => number | null
  stop: () => Promise<void>
}

/** Runs the built command line on a site; its progress is shown. */
export const masthead = (dataDir: string, ...command: string[]): string =>
  execFileSync(process.execPath, ['build/cli.js', ...command], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

export async function startSite(dataDir: string): Promise<Site> {
  const server = await startServer(dataDir)
  const token = await signIn(dataDir).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  const cookie = `masthead.session=${token}`
  const database = new Sqlite(join(dataDir, 'masthead.sqlite'), { timeout: 10_000 })
  // every document shows who the agency is: this makes the server forget them all, as saving the settings would
  const forget = database.prepare(`INSERT INTO touches (tag) VALUES ('site')`)

  async function time(path: string, headers: Record<string, string>, how: string): Promise<number> {
    const began = performance.now()
    const response = await fetch(server.url + path, { headers, redirect: 'manual' })
    await response.arrayBuffer()
    const took = performance.now() - began
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    const said = response.headers.get('server-timing') ?? ''
    if (how && !said.includes(`desc=${how}`)) throw new Error(`${path} was not rendered: ${said}`)
    return took
  }

  return {
    timeVisit: (path) => {
      forget.run()
      return time(path, {}, 'miss')
    },
    timeStaff: (path) => time(path, { cookie }, ''),
    readJson: async (path): Promise<unknown> => (await fetch(server.url + path)).json(),
    memory: () => ownMemory(server.pid),
    stop: async () => {
      database.close()
      await server.stop()
    },
  }
}

async function signIn(dataDir: string): Promise<string> {
  open(join(dataDir, 'masthead.sqlite'))
  try {
    const owner = await getForSignIn(OWNER.email)
    if (!owner) throw new Error('The site under measurement has no owner')
    return await sessions.open(owner.id, new Date())
  } finally {
    await close()
  }
}

/** Without the pages of the database file that the system lends: those are given back when memory is short. */
function ownMemory(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : null
}
