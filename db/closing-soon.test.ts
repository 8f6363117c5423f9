import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DISCUSSION_CHOICES, DISCUSSION_CLOCKS } from '@/domain/discussion/choices'
import { DAY_MS, discussionState } from '@/domain/discussion/state'
import { db, transact } from './client'
import { listClosingSoon } from './closing-soon'
import { setPolicy } from './comment-fixtures'
import { factColumns } from './discussions'
import { makePublished, makeStaff } from './fixtures'
import { articles } from './schema/articles'
import { getPolicy } from './settings'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-06-15T12:00:00Z')
const day = (count: number) => new Date(now.getTime() + count * DAY_MS)
const moderator = await makeStaff('moderator')
const editor = await makeStaff('editor')

const days = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(day)
const facts = fc.record({
  publishAt: days(-60, 0),
  discussion: fc.constantFrom(...DISCUSSION_CHOICES),
  discussionClosesAt: days(-5, 30),
  discussionCloseAfterDays: fc.integer({ min: 1, max: 60 }),
  discussionReopensAt: fc.option(days(-5, 40)),
  renewedAt: fc.option(days(-60, 0)),
  lastCommentAt: fc.option(days(-60, 0)),
  discussionThreads: fc.option(fc.constantFrom('never' as const, 'always' as const)),
})

test('what closes within two weeks is listed, the first to close first, by whatever choice and clock', async () => {
  const made = []
  for (const each of fc.sample(facts, { numRuns: 150, seed: 4 })) {
    const { id } = await makePublished(editor, day(-60))
    await transact((tx) => tx.update(articles).set(each).where(eq(articles.id, id)))
    made.push(id)
  }
  for (const clock of DISCUSSION_CLOCKS) {
    await setPolicy({ clock, closeAfterDays: 21 }, now)
    const policy = await getPolicy()
    const rows = await db().select(factColumns).from(articles)
    const expected = rows
      .flatMap((row) => {
        const { state, closesAt } = discussionState(row, policy, now)
        return state === 'open' && closesAt && closesAt <= day(14) ? [closesAt.getTime()] : []
      })
      .sort((one, other) => one - other)
      .slice(0, 10)
    expect(expected).toHaveLength(10)
    const listed = await listClosingSoon(moderator, now)
    expect(listed.map(({ closesAt }) => closesAt.getTime())).toEqual(expected)
  }
})

test('whoever may not moderate is told nothing', async () => {
  expect(await listClosingSoon(await makeStaff('author'), now)).toEqual([])
})
