import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import type { Subject } from '@/domain/score/subject'
import { ScoringProcess, type Task } from './process'

const folder = mkdtempSync(join(tmpdir(), 'masthead-scorer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// titles say what the process does with them; the real one is tried where articles are scored
const file = join(folder, 'program.mjs')
writeFileSync(
  file,
  `let count = 0
   process.send({ ready: true })
   process.on('message', ({ subject: { title } }) => {
     if (title === 'hang') for (;;);
     if (title === 'exit') process.exit(3)
     if (title === 'swell') { const all = []; for (;;) all.push(new Array(1e6).fill({})) }
     process.send(title === 'fail' ? { error: 'no' } : { result: { total: ++count } })
   })`,
)

const slow = join(folder, 'slow.mjs')
writeFileSync(slow, 'for (;;);')

const scorers: ScoringProcess[] = []
afterEach(async () => {
  for (const scorer of scorers.splice(0)) await scorer.end()
})

type Options = Partial<Record<'timeoutMs' | 'startMs' | 'idleMs' | 'room' | 'restMs', number>> & {
  file?: string
}
function makeScorer(options: Options = {}) {
  const scorer = new ScoringProcess({ file, database: '', ...options })
  scorers.push(scorer)
  return scorer
}

const text = (title: string): Task => ({ kind: 'text', subject: { title } as Subject })

describe('the scoring process', () => {
  test('begins with the first text and keeps what it has learnt for the next', async () => {
    const scorer = makeScorer()
    expect(scorer.isRunning).toBe(false)
    expect(await scorer.ask(text('a'))).toMatchObject({ kind: 'done', result: { total: 1 } })
    expect(await scorer.ask(text('b'))).toMatchObject({ kind: 'done', result: { total: 2 } })
  })

  test('ends when there is nothing to do, and begins again', async () => {
    const scorer = makeScorer({ idleMs: 20 })
    await scorer.ask(text('a'))
    await vi.waitFor(() => expect(scorer.isRunning).toBe(false))
    expect(await scorer.ask(text('b'))).toMatchObject({ result: { total: 1 } })
  })

  test('outlives a text that fails', async () => {
    const scorer = makeScorer()
    await scorer.ask(text('a'))
    await expect(scorer.ask(text('fail'))).rejects.toThrow('no')
    expect(await scorer.ask(text('b'))).toMatchObject({ result: { total: 2 } })
  })

  test.each([
    ['takes too long', 'hang', 'more than 300 ms'],
    ['takes it down', 'exit', 'ended with 3'],
    ['asks for more memory than there is', 'swell', 'SIGABRT'],
  ])('a text that %s fails alone', async (_, title, reason) => {
    const scorer = makeScorer(title === 'hang' ? { timeoutMs: 300 } : {})
    const [bad, good] = await Promise.allSettled([scorer.ask(text(title)), scorer.ask(text('good'))])
    expect(String(bad.status === 'rejected' && bad.reason)).toContain(reason)
    expect(good).toMatchObject({ value: { kind: 'done' } })
  })

  test('answers the newest question of an editor alone', async () => {
    const scorer = makeScorer()
    const first = scorer.ask(text('in hand'))
    const older = scorer.ask(text('b'), { asker: 'one' })
    const other = scorer.ask(text('c'), { asker: 'two' })
    const newer = scorer.ask(text('d'), { asker: 'one' })
    expect((await Promise.all([first, older, other, newer])).map(({ kind }) => kind)).toEqual([
      'done',
      'superseded',
      'done',
      'done',
    ])
  })

  test('answers who waits at a screen before all that waits in the background', async () => {
    const scorer = makeScorer()
    const order: string[] = []
    const ask = (name: string, urgent = false) =>
      scorer.ask(text(name), { urgent }).then(() => order.push(name))
    await Promise.all([ask('first'), ask('later'), ask('urgent', true), ask('second urgent', true)])
    expect(order).toEqual(['first', 'urgent', 'second urgent', 'later'])
  })

  test('that has not loaded its rules in time is given up', async () => {
    const scorer = makeScorer({ startMs: 1, file: slow })
    await expect(scorer.ask(text('a'))).rejects.toThrow('The rules took more than 1 ms')
  })

  test('leaves places to others, however much one person asks', async () => {
    const scorer = makeScorer()
    const order: string[] = []
    const ask = (person: string, n: number) =>
      scorer
        .ask(text(`${person} ${n}`), { person, asker: `${person} ${n}`, urgent: true })
        .then(({ kind }) => order.push(`${person} ${n} ${kind}`))
    const first = scorer.ask(text('in hand'))
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
    const scorer = makeScorer()
    const order: string[] = []
    const first = scorer.ask(text('in hand'))
    const patient = scorer.ask(text('patient')).then(() => order.push('patient'))
    const urgent = Array.from({ length: 12 }, (_, n) =>
      scorer.ask(text('a'), { person: `${n}`, urgent: true }).then(() => order.push(`${n}`)),
    )
    await Promise.all([first, patient, ...urgent])
    expect(order.indexOf('patient')).toBe(8)
  })

  test('takes a text that took it down again only after a while', async () => {
    const scorer = makeScorer({ restMs: 200 })
    const ask = (title: string, asker: string) => scorer.ask(text(title), { asker })
    await expect(ask('exit', 'one')).rejects.toThrow('ended with 3')
    await expect(ask('a', 'one')).rejects.toThrow('lately')
    expect(await ask('a', 'two')).toMatchObject({ kind: 'done' })
    await vi.waitFor(async () => expect(await ask('a', 'one')).toMatchObject({ kind: 'done' }))
  })

  test('says at once that too many wait', async () => {
    const scorer = makeScorer({ room: 1 })
    const asked = [scorer.ask(text('a')), scorer.ask(text('b')), scorer.ask(text('c'))]
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['done', 'done', 'busy'])
  })

  test('fails what waits when it is ended', async () => {
    const scorer = makeScorer()
    const asked = Promise.allSettled([scorer.ask(text('a')), scorer.ask(text('b'))])
    await scorer.end()
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(scorer.isRunning).toBe(false)
  })
})
