import Sqlite from 'better-sqlite3'

/** Tags remembered for renders under way; beyond it every such render counts as touched. */
const MEMORY = 10_000

/**
 * Follows what commits touched, those of other processes included.
 * Its connection never writes and never holds a read transaction, so `data_version` moves with every foreign commit.
 */
export class Commits {
  readonly #connection: Sqlite.Database
  readonly #version: Sqlite.Statement<[]>
  readonly #since: Sqlite.Statement<[number], { seq: number; tag: string }>
  readonly #lastTouch = new Map<string, number>()
  readonly #tagAt: Sqlite.Statement<[number]>
  #seenVersion: unknown
  #forgotUpTo = 0
  seq: number

  constructor(file: string) {
    // to wait for a lock would hold every visitor up; who asks has the last good document
    this.#connection = new Sqlite(file, { readonly: true, timeout: 0 })
    this.#version = this.#connection.prepare<[]>('PRAGMA data_version').pluck()
    this.#since = this.#connection.prepare('SELECT seq, tag FROM touches WHERE seq > ? ORDER BY seq')
    this.#tagAt = this.#connection.prepare<[number]>('SELECT tag FROM touches WHERE seq = ?').pluck()
    // read before the touches: a commit in between is then seen again, never missed
    this.#seenVersion = this.#version.get()
    this.seq = Number(this.#connection.prepare('SELECT coalesce(max(seq), 0) FROM touches').pluck().get())
  }

  /** The tags touched since the last call; 'everything' where the log was pruned beyond it. */
  read(): Set<string> | 'everything' | null {
    const version = this.#version.get()
    if (version === this.#seenVersion) return null
    const rows = this.#since.all(this.seq)
    this.#seenVersion = version
    const [first] = rows
    if (!first) return null
    const gap = first.seq !== this.seq + 1
    const tags = new Set<string>()
    for (const { seq, tag } of rows) {
      this.seq = seq
      this.#lastTouch.set(tag, seq)
      tags.add(tag)
    }
    if (gap || this.#lastTouch.size > MEMORY) {
      this.#lastTouch.clear()
      this.#forgotUpTo = this.seq
    }
    return gap ? 'everything' : tags
  }

  /** The newest touch that was read; null where there never was one. */
  place(): { seq: number; tag: string } | null {
    const tag = this.#tagAt.get(this.seq)
    return typeof tag === 'string' ? { seq: this.seq, tag } : null
  }

  /** Reads on from an earlier touch; false where this database knows no such touch, or has pruned it. */
  goBack({ seq, tag }: { seq: number; tag: string }): boolean {
    if (this.#tagAt.get(seq) !== tag) return false
    this.seq = seq
    this.#seenVersion = null
    return true
  }

  /** Whether a commit after `seq` touched one of the tags. */
  touched(tags: Iterable<string>, seq: number): boolean {
    if (seq < this.#forgotUpTo) return true
    for (const tag of tags) if ((this.#lastTouch.get(tag) ?? 0) > seq) return true
    return false
  }

  /** The number of the newest commit that touched a tag, as far as it is remembered. */
  touchedAt(tag: string): number {
    this.read()
    return this.#lastTouch.get(tag) ?? this.#forgotUpTo
  }

  close(): void {
    this.#connection.close()
  }
}
