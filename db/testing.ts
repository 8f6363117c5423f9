import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll } from 'vitest'
import { close, open } from './client'
import { migrate } from './migrate'

/** Opens a migrated, empty database in a folder of its own and removes it after the test file. Returns the file. */
export function freshDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-test-'))
  const file = join(folder, 'masthead.sqlite')
  migrate(file, join(import.meta.dirname, 'migrations'))
  open(file)
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  return file
}

/**
 * A file that knows touches alone and keeps no write-ahead log: there one writer locks every reader out, as a repair or
 * a careless copy does to a whole site.
 */
export function lockableDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-lock-'))
  const file = join(folder, 'masthead.sqlite')
  const writer = new Sqlite(file)
  writer.exec('CREATE TABLE touches (seq INTEGER PRIMARY KEY AUTOINCREMENT, tag TEXT NOT NULL)')
  afterAll(() => {
    writer.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    file,
    touch: (tag: string) => void writer.prepare('INSERT INTO touches (tag) VALUES (?)').run(tag),
    lock: () => void writer.exec('BEGIN EXCLUSIVE'),
    unlock: () => void writer.exec('ROLLBACK'),
  }
}
