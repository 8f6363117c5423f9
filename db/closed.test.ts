import type { SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { isPublic } from '@/domain/articles'
import { anyArticle, anyPolicy } from '@/domain/discussion/fixtures'
import { DAY_MS, discussionState, isClosedByChoice, isShut } from '@/domain/discussion/state'
import { db, transact } from './client'
import * as closed from './closed'
import { articles } from './schema/articles'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const since = new Date(now.getTime() - 2 * DAY_MS)
const made = { createdAt: now, updatedAt: now }

const clear = () => transact(async (tx) => void (await tx.delete(articles)))
afterEach(clear)

// around the boundaries of whole days, to the millisecond
const instant = fc
  .tuple(fc.integer({ min: -5, max: 1 }), fc.integer({ min: -1, max: 1 }))
  .map(([days, ms]) => new Date(now.getTime() + days * DAY_MS + ms))
const rows = fc.array(anyArticle(instant, fc.nat(3)), { maxLength: 25 })

const idsWhere = async (where: SQL | undefined) =>
  (await db().select({ id: articles.id }).from(articles).where(where)).map(({ id }) => id)

test('the conditions agree with the rule for every article, policy and instant', () =>
  fc.assert(
    fc.asyncProperty(rows, anyPolicy(fc.nat(3)), async (facts, policy) => {
      await clear()
      const stored = await transact(async (tx) =>
        facts.length === 0
          ? []
          : tx
              .insert(articles)
              .values(facts.map((row) => ({ ...row, ...made })))
              .returning(),
      )
      const publicRows = stored.filter((row) => isPublic(row, now))
      const publicIds = new Set(publicRows.map(({ id }) => id))
      const found = async (where: SQL | undefined) =>
        (await idsWhere(where)).filter((id) => publicIds.has(id)).sort()
      const right = (is: (row: (typeof stored)[number]) => boolean) =>
        publicRows
          .filter(is)
          .map(({ id }) => id)
          .sort()
      const isRight = (row: (typeof stored)[number]) => isShut(discussionState(row, policy, now))
      expect(await found(closed.isShut(policy, now))).toEqual(right(isRight))
      expect(await found(closed.isNotSo(closed.isShut(policy, now)))).toEqual(right((row) => !isRight(row)))
      expect(await found(closed.isClosedByChoice(policy, now))).toEqual(
        right((row) => isClosedByChoice(row, policy, now)),
      )
      const lately = new Set((await Promise.all(closed.closedSince(policy, since, now).map(found))).flat())
      for (const row of publicRows) {
        const { state, closedAt } = discussionState(row, policy, now)
        if (state === 'closed' && closedAt && closedAt > since) expect(lately).toContain(row.id)
      }
    }),
    { numRuns: 150 },
  ))
