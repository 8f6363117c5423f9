import { expect, it, test } from 'vitest'
import { may, ROLES } from '@/domain/roles'
import { db } from './client'
import { guest, say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as learning from './learning'
import * as moderation from './moderation'
import { jobs } from './schema/jobs'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const owner = await makeStaff('owner')
const article = await makePublished(owner, now)
await setPolicy({}, now)

const SPAM = (n: number) => `Order cheap casino watches number ${n}`
const FINE = (n: number) => `The migration of our database took ${n} weeks`

async function teach(from: number, to: number) {
  for (let n = from; n < to; n++) {
    const spam = await say(article.id, now, { comment: SPAM(n) })
    await moderation.decide(owner, { id: spam, state: 'spam' }, now)
    const fine = await say(article.id, now, { comment: FINE(n) })
    await moderation.decide(owner, { id: fine, state: 'held' }, now)
    await moderation.decide(owner, { id: fine, state: 'published' }, now)
  }
}
const post = (comment: string) => comments.post(guest(), typed(article.id, { comment }), now)

test('the site learns from its moderators, holds what reads like spam, and forgets what they take back', async () => {
  await teach(0, 29)
  await learning.learn(now)
  expect(await learning.getLearning(owner)).toMatchObject({ spam: 29, approved: 29, isUsed: false })
  expect(await post(SPAM(100))).toMatchObject({ kind: 'published' })

  const last = await say(article.id, now, { comment: SPAM(30) })
  await moderation.decide(owner, { id: last, state: 'spam' }, now)
  await teach(29, 30)
  await learning.learn(now)
  const held = await post(SPAM(101))
  if (held.kind !== 'held') throw new Error('It was not held')
  const own = await comments.getByToken(held.token, now)
  expect(own).toMatchObject({ state: 'held', reasons: [{ rule: 'learned' }] })
  expect(own?.reasons[0]?.detail).toMatch(/^\d\d %: .*casino/)
  expect(await post(FINE(100))).toMatchObject({ kind: 'published' })

  await moderation.undo(owner, { id: last }, now)
  await learning.learn(now)
  // taken back, it is published by a decision
  expect(await learning.getLearning(owner)).toMatchObject({ spam: 30, approved: 31 })

  await setPolicy({ learned: 'off' }, now)
  expect(await post(SPAM(102))).toMatchObject({ kind: 'published' })
})

it('is asked to learn once, however many decisions are made', async () => {
  const waiting = await db().select({ kind: jobs.kind }).from(jobs)
  expect(waiting.filter(({ kind }) => kind === 'learn')).toHaveLength(1)
})

test.each(ROLES)('%s reads how much was learned exactly where it moderates', async (role) => {
  expect((await learning.getLearning(await makeStaff(role))) !== null).toBe(may(role, 'moderate'))
})
