import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { beforeEach, describe, expect, test } from 'vitest'
import { MAX_ATTEMPTS, retryDelayMs } from '@/domain/jobs'
import { db, transact } from './client'
import { complete, enqueue, fail, hasDue, lease } from './jobs'
import { jobs } from './schema/jobs'
import { freshDatabase } from './testing'

const file = freshDatabase()
const NOON = new Date('2026-03-01T12:00:00Z')
const MINUTE = 60_000
const later = (ms: number, from = NOON) => new Date(from.getTime() + ms)

const ask = (dueAt: Date, uniqueKey?: string) =>
  transact((tx) => enqueue(tx, 'prune', {}, { dueAt, uniqueKey }))

async function leaseOne(now: Date) {
  const [job] = await lease(now, MINUTE, 1)
  if (!job) throw new Error('There was no job to lease')
  return job
}

beforeEach(() => transact((tx) => tx.delete(jobs)))

describe('leases', () => {
  test('a job is due from its instant on', async () => {
    await ask(NOON)
    expect(await hasDue(later(-1))).toBe(false)
    expect(await lease(later(-1), MINUTE, 10)).toEqual([])
    expect(await hasDue(NOON)).toBe(true)
    expect(await lease(NOON, MINUTE, 10)).toHaveLength(1)
  })

  test('the longest waiting come first, and no more than asked for', async () => {
    for (const minutes of [3, 1, 2]) await ask(later(-minutes * MINUTE))
    const leased = await lease(NOON, MINUTE, 2)
    expect(leased.map((job) => job.dueAt)).toEqual([later(-3 * MINUTE), later(-2 * MINUTE)])
  })

  test('a leased job is nobody else’s until the lease runs out, then it is taken again', async () => {
    await ask(NOON)
    const first = await leaseOne(NOON)
    expect(await lease(later(MINUTE - 1), MINUTE, 1)).toEqual([])
    const second = await leaseOne(later(MINUTE))
    expect(second).toMatchObject({ id: first.id, attempts: 2 })
  })

  test('a worker that outlived its lease can neither finish nor fail the job of the next one', async () => {
    await ask(NOON)
    const first = await leaseOne(NOON)
    const second = await leaseOne(later(MINUTE))
    await complete(first)
    await fail(first, 'too late', later(MINUTE))
    expect(await db().select().from(jobs)).toMatchObject([
      { leasedUntil: second.leasedUntil, lastError: null, attempts: 2 },
    ])
    await complete(second)
    expect(await db().select().from(jobs)).toEqual([])
  })

  test('what a rolled back transaction asked for is never done', async () => {
    const asking = transact(async (tx) => {
      await enqueue(tx, 'prune', {}, { dueAt: NOON })
      throw new Error('no')
    })
    await expect(asking).rejects.toThrow('no')
    expect(await hasDue(NOON)).toBe(false)
  })

  test('two processes never have one job at once', { timeout: 30_000 }, async () => {
    for (let i = 0; i < 300; i++) await ask(later(-i))
    const outputs = await drainInTwoProcesses()
    const taken = outputs.flatMap((output) => output.split('\n').filter(Boolean))
    expect(taken).toHaveLength(300)
    expect(new Set(taken).size).toBe(300)
    expect(outputs.every((output) => output !== '')).toBe(true)
  })
})

describe('failures', () => {
  test('each failure doubles the rest, and after the last attempt the job stays with its reason', async () => {
    await ask(NOON)
    let now = NOON
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const job = await leaseOne(now)
      expect(job.attempts).toBe(attempt)
      await fail(job, `failure ${attempt}`, now)
      expect(await hasDue(later(retryDelayMs(attempt) - 1, now))).toBe(false)
      now = later(retryDelayMs(attempt), now)
    }
    expect(await hasDue(now)).toBe(false)
    expect(await db().select().from(jobs)).toMatchObject([{ lastError: `failure ${MAX_ATTEMPTS}` }])
  })

  test('a job that takes every worker down with it is given up as well', async () => {
    await ask(NOON)
    let now = NOON
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) now = (await leaseOne(now)).leasedUntil
    expect(await lease(now, MINUTE, 1)).toEqual([])
  })

  test('the rest between attempts never exceeds an hour', () => {
    const rests = Array.from({ length: 40 }, (_, i) => retryDelayMs(i + 1))
    expect(rests.slice(0, 3)).toEqual([5_000, 10_000, 20_000])
    expect(Math.max(...rests)).toBe(3_600_000)
  })
})

describe('unique keys', () => {
  test('a key waits once, at the earlier instant', async () => {
    await ask(later(MINUTE), 'tidy')
    await ask(NOON, 'tidy')
    await ask(later(2 * MINUTE), 'tidy')
    expect(await db().select().from(jobs)).toMatchObject([{ dueAt: NOON }])
  })

  test('asked for while it is being done, it is done once more, and not at the same time', async () => {
    await ask(NOON, 'tidy')
    const first = await leaseOne(NOON)
    await ask(NOON, 'tidy')
    expect(await lease(later(1), MINUTE, 1)).toEqual([])
    await complete(first)
    const second = await leaseOne(later(1))
    expect(second.attempts).toBe(1)
    await complete(second)
    expect(await db().select().from(jobs)).toEqual([])
  })

  test('asked for later and then for now while it is being done, it is done once more now', async () => {
    await ask(NOON, 'a')
    const job = await leaseOne(NOON)
    await ask(later(60 * MINUTE), 'a')
    await ask(later(1_000), 'a')
    await complete(job)
    expect((await leaseOne(later(2_000))).id).toBe(job.id)
  })

  test('a job that was given up is tried again when it is asked for again', async () => {
    await ask(NOON, 'tidy')
    await transact((tx) => tx.update(jobs).set({ attempts: MAX_ATTEMPTS }))
    expect(await hasDue(NOON)).toBe(false)
    await ask(later(MINUTE), 'tidy')
    expect(await leaseOne(later(MINUTE))).toMatchObject({ attempts: 1 })
  })
})

/** Two processes that lease and finish jobs until none is left, from the same moment on; answers their ids, one a line. */
async function drainInTwoProcesses(): Promise<string[]> {
  const program = `
    import { once } from 'node:events'
    import { open, close } from './db/client'
    import { lease, complete } from './db/jobs'
    open(${JSON.stringify(file)})
    process.send('ready')
    await once(process, 'message')
    for (;;) {
      const batch = await lease(new Date(${NOON.getTime()}), 60_000, 3)
      if (batch.length === 0) break
      for (const job of batch) { console.log(job.id); await complete(job) }
    }
    await close()
    process.disconnect()`
  const root = new URL('..', import.meta.url).pathname
  const bundle = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfig: 'tsconfig.json',
    absWorkingDir: root,
  })
  const children = [0, 1].map(() => {
    const child = spawn(process.execPath, ['--input-type=module', '-'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    })
    child.stdin?.end(bundle.outputFiles[0]?.text)
    return child
  })
  await Promise.all(children.map((child) => once(child, 'message')))
  for (const child of children) child.send('go')
  return Promise.all(children.map(async (child) => (child.stdout ? text(child.stdout) : '')))
}
