import { expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { say, setPolicy } from './comment-fixtures'
import { listComments, listNewestComments } from './comment-lists'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { freshDatabase } from './testing'

freshDatabase()
const day = (n: number) => new Date(Date.UTC(2026, 0, n, 9))
const owner = await makeStaff('owner')
await setPolicy({}, day(1))

test('a program reads a whole discussion in pages, from old to new, without gap or repeat', async () => {
  const { id } = await makePublished(owner, day(1))
  const said = []
  // many at one instant: within it the id decides
  for (let i = 0; i < 230; i++) said.push(await say(id, day(i < 150 ? 2 : 3)))
  const seen: number[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listComments>> = await listComments(id, after, day(9))
    seen.push(...page.items.map((comment) => comment.id))
    after = page.next
  } while (after)
  expect(seen).toEqual(said)
  expect((await listComments(id, 'not-a-cursor', day(9))).items).toHaveLength(100)
  expect((await listNewestComments(id, day(9))).map((comment) => comment.id)).toEqual(
    said.reverse().slice(0, 50),
  )
})

test('what is held, or removed without an answer, is not there; what was answered leaves a tombstone', async () => {
  const { id } = await makePublished(owner, day(1))
  const answered = await say(id, day(2))
  const answer = await say(id, day(3), { parentId: answered })
  const alone = await say(id, day(4))
  const held = await say(id, day(5))
  const moderator = systemActor('test')
  await moderation.decide(moderator, { id: answered, state: 'removed' }, day(6))
  await moderation.decide(moderator, { id: alone, state: 'removed' }, day(6))
  await moderation.decide(moderator, { id: held, state: 'held' }, day(6))
  expect((await listComments(id, null, day(9))).items).toMatchObject([
    { id: answered, tombstone: true, name: '', html: '' },
    { id: answer, parentId: answered, tombstone: false },
  ])
  expect((await listNewestComments(id, day(9))).map((comment) => comment.id)).toEqual([answer])
})
