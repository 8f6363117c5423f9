import { readFileSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import type { Commits } from '@/db/commits'
import type { Documents, Shelved } from './documents'

type Shelf = { edition: string; seq: number; tag: string; documents: Shelved[] }
type Options = {
  file: string
  /** What besides the database decides how documents look: the build, the address of the site, its secret. */
  edition: string
  commits: Commits
  documents: Documents
}

/**
 * What was read most stands on disk, so that the next server answers before it can render. Whatever was committed
 * meanwhile is known from the touches, as for a document in memory; so a file that a crash has left is as good.
 */
export class DocumentShelf {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Takes back what still holds; what another build, or another database, has written is removed. */
  restore(): void {
    const { file, edition, commits, documents } = this.#options
    const shelf = read(file)
    if (shelf?.edition === edition && commits.goBack(shelf)) documents.restore(shelf.documents)
    // this database may once come as far, by another way
    else this.clear()
  }

  /** Until it is stored again, nothing stands there. */
  clear(): void {
    rmSync(this.#options.file, { force: true })
  }

  /** Never throws: a start without it is slower, and that is all. */
  async store(): Promise<void> {
    const { file, edition, commits, documents } = this.#options
    try {
      await documents.finish()
      const place = commits.place()
      if (!place) return
      const shelf: Shelf = { edition, ...place, documents: documents.shelve() }
      // under another name until it is whole
      const part = `${file}.${process.pid}`
      await writeFile(part, serialize(shelf), { mode: 0o600 })
      await rename(part, file)
    } catch {
      this.clear()
    }
  }
}

function read(file: string): Shelf | null {
  try {
    return deserialize(readFileSync(file)) as Shelf
  } catch {
    return null
  }
}
