import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { close, open, opened, transact } from './client'
import { freshDatabase } from './testing'

const file = freshDatabase()

const addTouches = (count: number) =>
  opened()
    .writer.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO touches (tag) SELECT 'tag' || i FROM n`,
    )
    .run(count)

/** How large the planner believes a table to be. */
const believed = () =>
  opened()
    .writer.prepare(`SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = 'touches'`)
    .pluck()
    .get()

test('a site that has grown is read by plans for its size from the next start on', async () => {
  addTouches(10)
  opened().writer.exec('ANALYZE')
  addTouches(5_000)
  expect(believed()).toBe(10)
  await close()
  open(file)
  expect(believed()).toBe(5_010)
})

test('while another process keeps the lock, nobody waits longer for having others before them', async () => {
  const other = new Sqlite(file)
  other.exec('BEGIN IMMEDIATE')
  const clock = vi.spyOn(performance, 'now')
  const began = Date.now()
  const waiting = Promise.allSettled([1, 2, 3].map(() => transact(() => Promise.resolve())))
  clock.mockReturnValue(performance.now() + 11_000)
  const late = transact(() => Promise.resolve('done'))
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(Date.now() - began).toBeLessThan(2_000)
  other.exec('ROLLBACK')
  expect(await late).toBe('done')
  clock.mockRestore()
  other.close()
})

test('only what says that it need not last waits for no disk', async () => {
  const FULL = 2
  const NORMAL = 1
  const level = () => Promise.resolve(opened().writer.pragma('synchronous', { simple: true }))
  const fail = () => Promise.reject(new Error('It fails'))
  expect(await transact(level)).toBe(FULL)
  expect(await Promise.all([transact(level, { lasts: false }), transact(level, { together: true })])).toEqual(
    [NORMAL, FULL],
  )
  await expect(transact(fail, { lasts: false })).rejects.toThrow('It fails')
  expect(await transact(level)).toBe(FULL)
})
