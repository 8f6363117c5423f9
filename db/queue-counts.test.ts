import { expect, test } from 'vitest'
import { countInWords } from '@/domain/counting'
import { opened, transact } from './client'
import { crowd, say, setPolicy } from './comment-fixtures'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { countQueue } from './queue-counts'
import { readOn } from './search'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2024-03-24T16:00:00Z')

test('comments are counted by state, for the site and for one article', async () => {
  const moderator = await makeStaff('moderator')
  const author = await makeStaff('author')
  const [first, second] = [await makePublished(author, now), await makePublished(author, now)]
  await setPolicy({ mode: 'open' }, now)
  const ids = [await say(first.id, now), await say(first.id, now), await say(second.id, now)]
  await moderation.decide(moderator, { id: ids[0] ?? 0, state: 'spam' }, now)
  expect(await countQueue(moderator, {}, now)).toEqual({ published: 2, held: 0, spam: 1, removed: 0 })
  expect(await countQueue(moderator, { article: first.id }, now)).toMatchObject({ published: 1, spam: 1 })
  expect(await countQueue(author, {}, now)).toMatchObject({ published: 0, spam: 0 })
})

test('counting reads nothing but an index', () => {
  for (const where of ["state = 'held'", "state = 'held' AND article_id = 1"]) {
    const plan = opened().reader.prepare(
      `EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT id FROM comments WHERE ${where} LIMIT 1000)`,
    )
    expect(JSON.stringify(plan.all())).toMatch(/COVERING INDEX comments_(article_)?queue/)
  }
})

test('long comments are read for the search in short steps', async () => {
  const { id } = await makePublished(await makeStaff('author'), now)
  await setPolicy({ mode: 'open' }, now)
  const words = 'words and '.repeat(6_000)
  for (let n = 0; n < 40; n++) await say(id, now, { comment: `${words}${n}` })
  let steps = 0
  await transact(async (tx) => {
    for (let left = true; left; steps++) ({ left } = await readOn(tx))
  })
  expect(steps).toBeGreaterThan(2)
  expect(await countQueue(await makeStaff('moderator'), { text: '"words and words" 39' }, now)).toMatchObject(
    {
      published: 1,
    },
  )
})

test('a count that stopped before its end says so', async () => {
  const moderator = await makeStaff('moderator')
  const { id } = await makePublished(await makeStaff('author'), now)
  await crowd(id, 5_001, now)
  // none of the newest that were looked at was held for this
  expect(await countQueue(moderator, { reason: 'links' }, now)).toMatchObject({
    held: { atLeast: 0 },
    spam: 0,
  })
  expect(await countQueue(moderator, { article: id }, now)).toMatchObject({ held: { atLeast: 1_000 } })
  await transact(async (tx) => {
    for (let left = true; left;) ({ left } = await readOn(tx))
  })
  expect(await countQueue(moderator, { article: id, text: 'crowd' }, now)).toEqual({
    published: { atLeast: 0 },
    held: { atLeast: 1_000 },
    spam: { atLeast: 0 },
    removed: { atLeast: 0 },
  })
  expect(countInWords({ atLeast: 12 })).toBe('12+')
})
