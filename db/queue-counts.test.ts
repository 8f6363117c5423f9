import { expect, test } from 'vitest'
import { opened } from './client'
import { say, setPolicy } from './comment-fixtures'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { countQueue } from './queue-counts'
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
