import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { isPublic } from '@/domain/articles'
import { anyArticle, anyPolicy, days } from '@/domain/discussion/fixtures'
import { DAY_MS, discussionState, isClosedByChoice } from '@/domain/discussion/state'
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
const facts = anyArticle(instant, fc.constant(1))

test('the count agrees with the rule for every article, clock and number of days', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(facts, { maxLength: 30 }),
      anyPolicy(fc.integer({ min: 0, max: 3 })),
      async (rows, policy) => {
        await transact(async (tx) => {
          await tx.delete(articles)
          if (rows.length > 0) await tx.insert(articles).values(rows.map((row) => ({ ...row, ...made })))
        })
        const states = rows
          .filter((row) => row.discussion === 'inherit')
          // whatever is switched off: the number is about days
          .map((row) => ({ ...row, discussionThreads: 'while-open' as const }))
          .map((row) => discussionState(row, policy, now))
          .filter((state) => state.reason !== 'not-public')
        expect(await countFollowing(policy, now)).toEqual({
          articles: states.length,
          closed: states.filter((state) => state.state === 'closed').length,
          active: rows.filter(
            (row) =>
              row.discussion === 'inherit' &&
              isPublic(row, now) &&
              isClosedByChoice(row, policy, now) &&
              row.lastCommentAt &&
              row.lastCommentAt.getTime() > now.getTime() - 7 * DAY_MS,
          ).length,
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
  expect(await countFollowing(days(14), now)).toEqual({
    articles: 0,
    closed: 0,
    active: 0,
  })
})
