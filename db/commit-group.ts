import { setImmediate as nextTurn } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'

// the first of them waits for the last, and readers for all
const MEMBERS_MAX = 16

type Member = { resolve: () => void; reject: (error: unknown) => void }

/**
 * The write transaction in hand, and who shares its commit. Each member after the first is a savepoint, so that one
 * that fails takes nothing of the others along. Whoever calls has the queue to itself, besides for `comes`.
 */
export class CommitGroup {
  readonly #writer: Sqlite.Database
  /** Of those who wait in the queue, in its order: whether they would share a commit. */
  readonly #waiting: boolean[] = []
  #members: Member[] = []
  #inSavepoint = false

  constructor(writer: Sqlite.Database) {
    this.#writer = writer
  }

  /** Somebody begins to wait in the queue. */
  comes(together: boolean): void {
    this.#waiting.push(together)
  }

  /** The first of the queue has it now; `open` begins a transaction where none is going on. */
  async begin(open: () => Promise<void>): Promise<void> {
    this.#waiting.shift()
    if (this.#members.length === 0) return open()
    this.#writer.exec('SAVEPOINT member')
    this.#inSavepoint = true
  }

  /** Its work is done; resolves when that is on the disk. */
  join(): { committed: Promise<void> } {
    if (this.#inSavepoint) this.#writer.exec('RELEASE member')
    this.#inSavepoint = false
    return { committed: new Promise((resolve, reject) => this.#members.push({ resolve, reject })) }
  }

  /** Its work failed, and nothing of it stays. */
  leave(error: unknown): void {
    const { inTransaction } = this.#writer
    if (inTransaction && this.#inSavepoint) this.#writer.exec('ROLLBACK TO member; RELEASE member')
    this.#inSavepoint = false
    // some failures, such as a full disk, take everything back
    if (!inTransaction) this.#end((member) => member.reject(error))
  }

  /** Whether the next in the queue shares this commit. */
  async goesOn(): Promise<boolean> {
    if (this.#members.length === 0 || this.#members.length >= MEMBERS_MAX) return false
    // who has arrived meanwhile comes into the queue first
    await nextTurn()
    return this.#waiting[0] === true
  }

  commit(): void {
    if (!this.#writer.inTransaction) return
    if (this.#members.length === 0) return void this.#writer.exec('ROLLBACK')
    try {
      this.#writer.exec('COMMIT')
      this.#end((member) => member.resolve())
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK')
      this.#end((member) => member.reject(error))
    }
  }

  #end(tell: (member: Member) => void): void {
    const members = this.#members
    this.#members = []
    members.forEach(tell)
  }
}
