import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { DISCUSSION_CHOICES, DISCUSSION_CLOCKS } from '@/domain/discussion/choices'
import { DAY_MS, type DiscussionFacts, discussionState } from '@/domain/discussion/state'
import { opened, transact } from './client'
import { countFollowing } from './following'
import { articles } from './schema/articles'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const made = { createdAt: now, updatedAt: now }

afterEach(() => transact(async (tx) => void (await tx.delete(articles))))

// around the boundary of two days, to the millisecond
const instant = fc
  .tuple(fc.integer({ min: -4, max: 1 }), fc.integer({ min: -1, max: 1 }))
  .map(([days, ms]) => new Date(now.getTime() + days * DAY_MS + ms))
const facts: fc.Arbitrary<DiscussionFacts> = fc.record({
  state: fc.constantFrom('draft', 'published', 'unpublished'),
  publishAt: fc.option(instant),
  revisedAt: fc.option(instant),
  lastCommentAt: fc.option(instant),
  discussion: fc.constantFrom(...DISCUSSION_CHOICES),
  discussionClosesAt: fc.constant(null),
  discussionCloseAfterDays: fc.constant(1),
  discussionChangedAt: fc.constant(null),
})

test('the count agrees with the rule for every article, clock and number of days', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 30 }),
      fc.constantFrom(...DISCUSSION_CLOCKS),
      fc.integer({ min: 0, max: 3 }),
      async (rows, clock, closeAfterDays) => {
        await transact(async (tx) => {
          await tx.delete(articles)
          if (rows.length > 0) await tx.insert(articles).values(rows.map((row) => ({ ...row, ...made })))
        })
        const policy = { closeAfterDays, clock }
        const states = rows
          .filter((row) => row.discussion === 'inherit')
          .map((row) => discussionState(row, policy, now))
          .filter((state) => state.reason !== 'not-public')
        expect(await countFollowing(policy, now)).toEqual({
          articles: states.length,
          closed: states.filter((state) => state.state === 'closed').length,
        })
      },
    ),
    { numRuns: 60 },
  ))

test('it is counted in one index, whatever the clock', () => {
  const { reader } = opened()
  const explain = reader.prepare(
    `EXPLAIN QUERY PLAN SELECT count(*) FROM articles WHERE discussion = 'inherit' AND state = 'published'
     AND publish_at <= 1 AND publish_at <= 1 AND (last_comment_at IS NULL OR last_comment_at <= 1)`,
  )
  expect(JSON.stringify(explain.all())).toContain('COVERING INDEX articles_following')
})

test('an explicit choice is never counted', async () => {
  await transact(async (tx) => {
    const publishAt = new Date(now.getTime() - 30 * DAY_MS)
    await tx.insert(articles).values({ ...made, state: 'published', publishAt })
    await tx.update(articles).set({ discussion: 'open' }).where(eq(articles.state, 'published'))
  })
  expect(await countFollowing({ closeAfterDays: 14, clock: 'published' }, now)).toEqual({
    articles: 0,
    closed: 0,
  })
})
