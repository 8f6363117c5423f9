import { beforeEach, expect, test, vi } from 'vitest'
import { db, transact } from '@/db/client'
import { enqueue } from '@/db/jobs'
import { jobs } from '@/db/schema/jobs'
import { freshDatabase } from '@/db/testing'
import type { Report } from './worker'
import { startWorker } from './worker'

freshDatabase()
const visited = vi.hoisted(() => vi.fn<() => Promise<void>>())
const handled = vi.hoisted(() => vi.fn<(payload: unknown, now: Date) => Promise<void>>())
vi.mock('./handlers', async () => {
  const { JOBS } = await import('@/domain/jobs')
  const idle = Object.fromEntries(Object.keys(JOBS).map((kind) => [kind, () => Promise.resolve()]))
  return { HANDLERS: { ...idle, prune: handled, learn: handled, 'verify-mention': visited } }
})

const LONG_AGO = new Date(0)
const ask = () => transact((tx) => enqueue(tx, 'prune', {}, { dueAt: LONG_AGO }))
const rows = () => db().select().from(jobs)

beforeEach(async () => {
  handled.mockReset().mockResolvedValue()
  await transact((tx) => tx.delete(jobs))
})

test('a job enqueued by this process is done without waiting for the next look', async () => {
  const worker = startWorker()
  await vi.waitUntil(() => handled.mock.calls.length === 1) // the pruning asked for at the start
  await vi.waitUntil(async () => (await rows()).length === 0)
  const asked = performance.now()
  await ask()
  await vi.waitUntil(() => handled.mock.calls.length === 2, { interval: 5 })
  expect(performance.now() - asked).toBeLessThan(500)
  await worker.stop()
})

test('a job that takes long leaves the others their places', async () => {
  const worker = startWorker()
  await vi.waitUntil(() => handled.mock.calls.length === 1)
  let finish = () => {}
  handled.mockImplementationOnce(() => new Promise<void>((resolve) => (finish = resolve)))
  await ask()
  await vi.waitUntil(() => handled.mock.calls.length === 2)
  await ask()
  await vi.waitUntil(() => handled.mock.calls.length === 3)
  finish()
  await vi.waitUntil(async () => (await rows()).length === 0)
  await worker.stop()
})

test('pages of strangers that let us wait leave places to everything else', async () => {
  const ends: (() => void)[] = []
  visited.mockImplementation(() => new Promise<void>((resolve) => ends.push(resolve)))
  const pages = Array.from({ length: 9 }, () => ({ kind: 'verify-mention', payload: {}, dueAt: LONG_AGO }))
  await transact((tx) => tx.insert(jobs).values(pages))
  const worker = startWorker()
  await vi.waitUntil(() => ends.length === 2)
  await transact((tx) => enqueue(tx, 'learn', {}, { dueAt: LONG_AGO }))
  await vi.waitUntil(() => handled.mock.calls.length === 2)
  expect(ends).toHaveLength(2)
  ends[0]?.()
  await vi.waitUntil(() => ends.length === 3)
  visited.mockResolvedValue()
  ends.forEach((end) => end())
  await vi.waitUntil(async () => (await rows()).length === 0)
  await worker.stop()
})

test('what another worker was cut off from is begun again at the start', async () => {
  const leasedUntil = new Date(Date.now() + 300_000)
  await transact((tx) =>
    tx.insert(jobs).values({ kind: 'learn', payload: {}, dueAt: LONG_AGO, attempts: 1, leasedUntil }),
  )
  const worker = startWorker()
  await vi.waitUntil(async () => (await rows()).length === 0)
  expect(handled).toHaveBeenCalledTimes(2)
  await worker.stop()
})

test('stop waits for the job in hand and takes no other', async () => {
  let finish = () => {}
  handled.mockImplementation(() => new Promise<void>((resolve) => (finish = resolve)))
  const worker = startWorker()
  await vi.waitUntil(() => handled.mock.calls.length === 1)
  let stopped = false
  const stopping = worker.stop().then(() => (stopped = true))
  await ask()
  await new Promise((resolve) => setImmediate(resolve))
  expect(stopped).toBe(false)
  finish()
  await stopping
  expect(handled).toHaveBeenCalledTimes(1)
  expect(await rows()).toMatchObject([{ attempts: 0, leasedUntil: null }])
})

test('stop waits no longer than it is given time for, and gives back what it cuts short', async () => {
  handled.mockImplementation(() => new Promise<void>(() => {}))
  const worker = startWorker()
  await vi.waitUntil(() => handled.mock.calls.length === 1)
  await worker.stop(20)
  expect(await rows()).toMatchObject([{ attempts: 0, leasedUntil: null }])
})

test('a failure is reported, kept with the job, and harms no other job', async () => {
  const report = vi.fn<Report>()
  await transact((tx) => tx.insert(jobs).values({ kind: 'unheard-of', payload: {}, dueAt: LONG_AGO }))
  handled.mockRejectedValueOnce(new Error('disk full'))
  const worker = startWorker(report)
  await vi.waitUntil(() => report.mock.calls.length === 2)
  await ask()
  await vi.waitUntil(async () => (await rows()).length === 2 && handled.mock.calls.length === 2)
  await worker.stop()
  expect((await rows()).map((job) => job.lastError).sort()).toEqual([
    'Nothing here does jobs of the kind unheard-of',
    'disk full',
  ])
})
