import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as run } from 'drizzle-orm/better-sqlite3/migrator'
import { z } from 'zod'

/** The database was written by a newer program than this one. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) })

/** The time stamp of the newest migration that the file has had; 0 for a new file. */
function newestApplied(connection: Sqlite.Database): number {
  const known = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`).get()
  if (!known) return 0
  return z
    .number()
    .catch(0)
    .parse(connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get())
}

/**
 * Brings the file up to this program's tables; makes the file where there is none.
 * An older file is copied to `backups/` beside it first. Throws NewerDatabase rather than open what it does not know.
 */
export function migrate(file: string, folder: string): void {
  const isNew = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true })
  const connection = new Sqlite(file)
  try {
    connection.pragma('journal_mode = WAL')
    const journal = journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')))
    const newest = Math.max(0, ...journal.entries.map((entry) => entry.when))
    const applied = newestApplied(connection)
    if (applied > newest) throw new NewerDatabase(`${file} was written by a newer version of Masthead`)
    if (applied === newest) return
    if (!isNew && applied > 0) backUp(connection, file, applied)
    // drizzle-kit rebuilds tables; with the keys on, dropping the old one would delete its children
    connection.pragma('foreign_keys = OFF')
    run(drizzle(connection), { migrationsFolder: folder })
    const broken = connection.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error(`${broken.length} rows lost what they refer to`)
  } finally {
    connection.close()
  }
}

function backUp(connection: Sqlite.Database, file: string, applied: number): void {
  const copy = join(dirname(file), 'backups', `before-${applied}.sqlite`)
  mkdirSync(dirname(copy), { recursive: true })
  if (!existsSync(copy)) connection.prepare('VACUUM INTO ?').run(copy)
}
