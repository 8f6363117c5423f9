import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import type { Subject } from '@/domain/score/subject'
import { ScoringThread, type Task } from './thread'

const folder = mkdtempSync(join(tmpdir(), 'masthead-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// titles say what the thread does with them; the real one is tried where articles are scored
const file = join(folder, 'worker.mjs')
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads'
   let count = 0
   parentPort.postMessage({ ready: true })
   parentPort.on('message', ({ subject: { title } }) => {
     if (title === 'hang') for (;;);
     if (title === 'exit') process.exit(3)
     if (title === 'swell') { const all = []; for (;;) all.push(new Array(1e6).fill({})) }
     parentPort.postMessage(title === 'fail' ? { error: 'no' } : { result: { total: ++count } })
   })`,
)

const slow = join(folder, 'slow.mjs')
writeFileSync(slow, 'for (;;);')

const threads: ScoringThread[] = []
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.end()
})

type Options = Partial<Record<'timeoutMs' | 'startMs' | 'idleMs' | 'room' | 'restMs', number>> & {
  file?: string
}
function makeThread(options: Options = {}) {
  const thread = new ScoringThread({ file, database: '', ...options })
  threads.push(thread)
  return thread
}

const text = (title: string): Task => ({ kind: 'text', subject: { title } as Subject })

describe('the thread', () => {
  test('begins with the first text and keeps what it has learnt for the next', async () => {
    const thread = makeThread()
    expect(thread.isRunning).toBe(false)
    expect(await thread.ask(text('a'))).toMatchObject({ kind: 'done', result: { total: 1 } })
    expect(await thread.ask(text('b'))).toMatchObject({ kind: 'done', result: { total: 2 } })
  })

  test('ends when there is nothing to do, and begins again', async () => {
    const thread = makeThread({ idleMs: 20 })
    await thread.ask(text('a'))
    await vi.waitFor(() => expect(thread.isRunning).toBe(false))
    expect(await thread.ask(text('b'))).toMatchObject({ result: { total: 1 } })
  })

  test('outlives a text that fails', async () => {
    const thread = makeThread()
    await thread.ask(text('a'))
    await expect(thread.ask(text('fail'))).rejects.toThrow('no')
    expect(await thread.ask(text('b'))).toMatchObject({ result: { total: 2 } })
  })

  test.each([
    ['takes too long', 'hang', 'more than 300 ms'],
    ['takes it down', 'exit', 'ended with 3'],
    ['asks for more memory than there is', 'swell', 'memory'],
  ])('a text that %s fails alone', async (_, title, reason) => {
    const thread = makeThread(title === 'hang' ? { timeoutMs: 300 } : {})
    const [bad, good] = await Promise.allSettled([thread.ask(text(title)), thread.ask(text('good'))])
    expect(String(bad.status === 'rejected' && bad.reason)).toContain(reason)
    expect(good).toMatchObject({ value: { kind: 'done' } })
  })

  test('answers the newest question of an editor alone', async () => {
    const thread = makeThread()
    const first = thread.ask(text('in hand'))
    const older = thread.ask(text('b'), { asker: 'one' })
    const other = thread.ask(text('c'), { asker: 'two' })
    const newer = thread.ask(text('d'), { asker: 'one' })
    expect((await Promise.all([first, older, other, newer])).map(({ kind }) => kind)).toEqual([
      'done',
      'superseded',
      'done',
      'done',
    ])
  })

  test('answers who waits at a screen before all that waits in the background', async () => {
    const thread = makeThread()
    const order: string[] = []
    const ask = (name: string, urgent = false) =>
      thread.ask(text(name), { urgent }).then(() => order.push(name))
    await Promise.all([ask('first'), ask('later'), ask('urgent', true), ask('second urgent', true)])
    expect(order).toEqual(['first', 'urgent', 'second urgent', 'later'])
  })

  test('that has not loaded its rules in time is given up', async () => {
    const thread = makeThread({ startMs: 1, file: slow })
    await expect(thread.ask(text('a'))).rejects.toThrow('The rules took more than 1 ms')
  })

  test('leaves places to others, however much one person asks', async () => {
    const thread = makeThread()
    const order: string[] = []
    const ask = (person: string, n: number) =>
      thread
        .ask(text(`${person} ${n}`), { person, asker: `${person} ${n}`, urgent: true })
        .then(({ kind }) => order.push(`${person} ${n} ${kind}`))
    const first = thread.ask(text('in hand'))
    const many = Array.from({ length: 70 }, (_, n) => ask('many', n))
    await Promise.all([first, ...many, ask('one', 0), ask('two', 0), ask('two', 1)])
    expect(order.filter((each) => each.endsWith('busy'))).toHaveLength(66)
    expect(order.filter((each) => each.endsWith('done'))).toEqual([
      'many 0 done',
      'one 0 done',
      'two 0 done',
      'many 1 done',
      'two 1 done',
      'many 2 done',
      'many 3 done',
    ])
  })

  test('goes on in the background while people ask again and again', async () => {
    const thread = makeThread()
    const order: string[] = []
    const first = thread.ask(text('in hand'))
    const patient = thread.ask(text('patient')).then(() => order.push('patient'))
    const urgent = Array.from({ length: 12 }, (_, n) =>
      thread.ask(text('a'), { person: `${n}`, urgent: true }).then(() => order.push(`${n}`)),
    )
    await Promise.all([first, patient, ...urgent])
    expect(order.indexOf('patient')).toBe(8)
  })

  test('takes a text that took it down again only after a while', async () => {
    const thread = makeThread({ restMs: 200 })
    const ask = (title: string, asker: string) => thread.ask(text(title), { asker })
    await expect(ask('exit', 'one')).rejects.toThrow('ended with 3')
    await expect(ask('a', 'one')).rejects.toThrow('lately')
    expect(await ask('a', 'two')).toMatchObject({ kind: 'done' })
    await vi.waitFor(async () => expect(await ask('a', 'one')).toMatchObject({ kind: 'done' }))
  })

  test('says at once that too many wait', async () => {
    const thread = makeThread({ room: 1 })
    const asked = [thread.ask(text('a')), thread.ask(text('b')), thread.ask(text('c'))]
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['done', 'done', 'busy'])
  })

  test('fails what waits when it is ended', async () => {
    const thread = makeThread()
    const asked = Promise.allSettled([thread.ask(text('a')), thread.ask(text('b'))])
    await thread.end()
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(thread.isRunning).toBe(false)
  })
})
