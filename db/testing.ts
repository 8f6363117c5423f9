import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
