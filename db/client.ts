import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Mutex } from 'async-mutex'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { LRUCache } from 'lru-cache'
import { CommitGroup } from './commit-group'
import { Commits } from './commits'

/** What verbs may ask of a database; every statement is awaited, whichever engine answers. */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
>
/** A `Db` inside a transaction: only `transact` makes one, and it is dead afterwards. */
export type Tx = Db & { readonly [inTransaction]: true }
declare const inTransaction: unique symbol

export type Opened = {
  file: string
  writer: Sqlite.Database
  reader: Sqlite.Database
  queue: Mutex
  inside: AsyncLocalStorage<true>
  group: CommitGroup
  /** For what this process remembers; who serves documents follows commits by its own. */
  commits: Commits
}

/** Another process held the write lock for longer than `WAIT_MS`. */
class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
}

const WAIT_MS = 10_000
const STATEMENTS = 500

// the server and the pages are separate module graphs of one process: they share connections through the global object
const OPENED = Symbol.for('masthead.database')
const shared = globalThis as typeof globalThis & { [OPENED]?: Opened }

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('cache_size = -16000')
  rememberStatements(connection)
  return connection
}

/** Compiles the text of a statement once, as queries are built anew for every page. */
function rememberStatements(connection: Sqlite.Database): void {
  const prepare = connection.prepare.bind(connection)
  const known = new LRUCache<string, Sqlite.Statement>({ max: STATEMENTS })
  const remember = (text: string) => {
    const statement = known.get(text) ?? prepare(text)
    known.set(text, statement)
    // whoever asked for rows without names before said so to this same statement
    return statement.reader ? statement.raw(false) : statement
  }
  Object.assign(connection, { prepare: remember })
}

/**
 * Counts tables again that have grown or shrunk a lot: a site that has grown would be read by the plans of a small one.
 * Sampling (0x10) keeps it under a second for a million comments; it does nothing where the sizes are still right.
 */
function learnSizes(writer: Sqlite.Database): void {
  try {
    writer.pragma('optimize(0x10012)')
  } catch (error) {
    // another process is writing, and will do this when it closes
    if (!isBusy(error)) throw error
  }
}

/** Opens the file as the database of this process. Its tables must be brought up to date by `migrate` first. */
export function open(file: string): Opened {
  if (shared[OPENED]) throw new Error(`A database is already open: ${shared[OPENED].file}`)
  const writer = connect(file)
  // a wait inside SQLite would freeze the event loop that another writer of this process may need
  writer.pragma('busy_timeout = 0')
  // each time the log is carried over costs what fifty comments cost: 16 MB of it at a time instead of 4
  writer.pragma('wal_autocheckpoint = 4000')
  learnSizes(writer)
  const reader = connect(file)
  reader.pragma('busy_timeout = 1000')
  reader.pragma('query_only = ON')
  const group = new CommitGroup(writer)
  return (shared[OPENED] = {
    file,
    writer,
    reader,
    queue: new Mutex(),
    inside: new AsyncLocalStorage(),
    group,
    commits: new Commits(file),
  })
}

export function opened(): Opened {
  const it = shared[OPENED]
  if (!it) throw new Error('No database is open in this process')
  return it
}

/** Waits for the transaction in hand, then closes both connections. */
export async function close(): Promise<void> {
  const it = opened()
  // whoever is done shares no commit with one that comes after the end
  it.group.comes(false)
  await it.queue.runExclusive(() => {
    it.reader.close()
    it.commits.close()
    learnSizes(it.writer)
    it.writer.close()
    delete shared[OPENED]
  })
}

const handles = new WeakMap<Sqlite.Database, Db>()

// the one place where the synchronous driver is dressed as the asynchronous one that verbs are written for
function handle(connection: Sqlite.Database): Db {
  const known = handles.get(connection)
  if (known) return known
  // eslint-disable-next-line no-restricted-syntax -- drizzle types the driver as synchronous; awaiting its results is the same
  const made = drizzle(connection) as unknown as Db
  handles.set(connection, made)
  return made
}

/** For reading. A write through it is refused by SQLite. Inside a transaction read through `tx`, which sees its own writes. */
export const db = (): Db => handle(opened().reader)

async function begin(writer: Sqlite.Database, deadline: number, lasts: boolean): Promise<void> {
  if (!lasts) writer.pragma('synchronous = NORMAL')
  for (;;) {
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline)
        throw new DatabaseBusy('The database is in use by another process', { cause: error })
      await sleep(1 + Math.random() * 9)
    }
  }
}

/**
 * Runs `work` in one write transaction; it commits when `work` resolves and rolls back when it rejects.
 * Transactions of a process run one after another. Nothing slow (hashing, network) belongs inside.
 * Those that say `together` and wait at the same time share one commit: short ones, of which many may come at once.
 * One that need not last may be lost with the power, though with all that came after it, and keeps nobody waiting for
 * the disk: what is done again where it is not on record.
 */
export async function transact<T>(
  work: (tx: Tx) => Promise<T>,
  {
    together = false,
    lasts = true,
  }: { together?: boolean; lasts?: true } | { together?: false; lasts: false } = {},
): Promise<T> {
  const { writer, queue, inside, group } = opened()
  if (inside.getStore()) throw new Error('A transaction inside a transaction would wait for itself')
  group.comes(together)
  // from now on, not from their turn on: whoever waits behind others that wait for the lock is told as soon as they are
  const deadline = performance.now() + WAIT_MS
  const { result, committed } = await queue.runExclusive(() =>
    inside.run(true, async () => {
      // a statement that nobody awaited must fail, not slip into the next transaction
      const { proxy, revoke } = Proxy.revocable(handle(writer), {})
      try {
        await group.begin(() => begin(writer, deadline, lasts))
        const result = await work(proxy as Tx)
        return { result, ...group.join() }
      } catch (error) {
        group.leave(error)
        throw error
      } finally {
        revoke()
        if (!together || !(await group.goesOn())) group.commit()
        if (!lasts) writer.pragma('synchronous = FULL')
      }
    }),
  )
  await committed
  return result
}

const isBusy = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY')
