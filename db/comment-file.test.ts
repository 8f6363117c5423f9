import { expect, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import { trailInWords } from '@/domain/comments/trail'
import { getFile } from './comment-file'
import { say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-06-01T12:00:00Z')
const moderator = await makeStaff('moderator')
const article = await makePublished(await makeStaff('editor'), now)
await setPolicy({}, now)

test('a comment is shown with what it answers, its answers, and what was decided about it', async () => {
  const root = await say(article.id, now)
  const middle = await say(article.id, now, { parentId: root })
  const id = await say(article.id, now, { parentId: middle })
  const reply = await say(article.id, now, { parentId: id })
  await moderation.decide(moderator, { id, state: 'removed' }, now)
  await moderation.undo(moderator, { id }, now)
  const file = await getFile(moderator, id, now)
  expect(file?.ancestors.map((near) => near.id)).toEqual([root, middle])
  expect(file?.replies.map((near) => near.id)).toEqual([reply])
  expect(file?.trail.map(({ verb, after }) => trailInWords(verb, after))).toEqual([
    'took that back: it was public again',
    'removed it',
  ])
})

test('what came from the same address and the same network is counted by state and listed', async () => {
  const email = 'same@example.net'
  const mine = await say(article.id, now, { email })
  const other = await say(article.id, now, { email })
  await moderation.decide(moderator, { id: other, state: 'spam' }, now)
  const near = await comments.post(readerActor('network'), typed(article.id, { email }), now)
  if (near.kind !== 'published') throw new Error('Not published')
  const byEmail = (await getFile(moderator, mine, now))?.hands.find(({ mark }) => mark === 'email')
  expect(byEmail?.counts).toEqual({ published: 2, held: 0, spam: 1, removed: 0 })
  expect(byEmail?.last.map(({ id }) => id)).toEqual([near.id, other])
  const byNetwork = (await getFile(moderator, near.id, now))?.hands.find(({ mark }) => mark === 'address')
  expect(byNetwork?.counts.published).toBe(1)
})

test('a comment that was let out by its author’s address says so', () => {
  expect(trailInWords('comment.confirm', 'published')).toMatch(/confirmed the address/)
})

test('whoever may not moderate is shown nothing', async () => {
  const id = await say(article.id, now)
  expect(await getFile(await makeStaff('author'), id, now)).toBeNull()
  expect(await getFile(moderator, 999_999, now)).toBeNull()
})
