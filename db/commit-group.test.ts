import { afterEach, expect, test, vi } from 'vitest'
import { close, open, opened, transact } from './client'
import { touchLog } from './schema/journal'
import { freshDatabase } from './testing'

const database = freshDatabase()
afterEach(() => vi.restoreAllMocks())

const say = (tag: string, { fails = false, together = true } = {}) =>
  transact(
    async (tx) => {
      await tx.insert(touchLog).values({ tag })
      if (fails) throw new Error(`${tag} fails`)
      return tag
    },
    { together },
  )

const said = () => opened().reader.prepare('SELECT tag FROM touches ORDER BY seq').pluck().all()

/** Which statements the writer executes while `work` goes on. */
async function executed(work: () => Promise<unknown>): Promise<string[]> {
  const exec = vi.spyOn(opened().writer, 'exec')
  await work()
  return exec.mock.calls.map(([statement]) => statement)
}

const count = (statements: string[], wanted: string) => statements.filter((each) => each === wanted).length

test('what waits at the same time is committed at once, and one that fails takes only itself back', async () => {
  const all = ['a', 'b', 'c', 'd'].map((tag) => () => say(tag, { fails: tag === 'b' }))
  let results: PromiseSettledResult<string>[] = []
  const statements = await executed(async () => {
    results = await Promise.allSettled(all.map((go) => go()))
  })
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(said()).toEqual(['a', 'c', 'd'])
  expect(count(statements, 'COMMIT')).toBe(1)
})

test('where the first fails, or the last, the others are stored all the same', async () => {
  await Promise.allSettled([say('e', { fails: true }), say('f'), say('g', { fails: true })])
  expect(said().slice(-1)).toEqual(['f'])
  await Promise.allSettled([say('h', { fails: true })])
  expect(opened().writer.inTransaction).toBe(false)
})

test('one that shares with nobody has a commit of its own', async () => {
  const statements = await executed(() =>
    Promise.all([say('i'), say('j', { together: false }), say('k'), say('l')]),
  )
  expect(count(statements, 'COMMIT')).toBe(3)
  expect(said().slice(-4)).toEqual(['i', 'j', 'k', 'l'])
})

test('nobody is told of a commit that fails', async () => {
  const { writer } = opened()
  const exec = writer.exec.bind(writer)
  vi.spyOn(writer, 'exec').mockImplementation((statement) => {
    if (statement === 'COMMIT') throw new Error('The disk is full')
    return exec(statement)
  })
  const results = await Promise.allSettled([say('m'), say('n')])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(said().slice(-1)).toEqual(['l'])
  vi.restoreAllMocks()
  await say('o')
  expect(said().slice(-1)).toEqual(['o'])
})

test('nobody is told of what SQLite has taken back by itself', async () => {
  const loseAll = () =>
    transact(
      async () => {
        opened().writer.exec('ROLLBACK')
        throw new Error('The disk is full')
      },
      { together: true },
    )
  const results = await Promise.allSettled([say('p'), loseAll(), say('q')])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(said().slice(-1)).toEqual(['q'])
})

test('a crowd is committed in groups of a bounded size, in its order', async () => {
  const tags = Array.from({ length: 40 }, (_, i) => `t${i}`)
  const statements = await executed(() => Promise.all(tags.map((tag) => say(tag))))
  expect(count(statements, 'COMMIT')).toBe(3)
  expect(said().slice(-40)).toEqual(tags)
})

test('what is done before the end is stored, whatever comes after it', async () => {
  const results = await Promise.allSettled([say('last'), close(), say('too late')])
  open(database)
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(said().slice(-1)).toEqual(['last'])
})
