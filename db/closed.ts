import type { AnyColumn, SQL } from 'drizzle-orm'
import { and, eq, gt, gte, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { DiscussionClock } from '@/domain/discussion/choices'
import { type ClosingPolicy, DAY_MS } from '@/domain/discussion/state'
import { articles } from './schema/articles'

// `discussionState` as conditions on the rows of `articles` that are public, for counting; a test holds the two together

const {
  discussion,
  publishAt,
  discussionClosesAt: closesAt,
  discussionCloseAfterDays: ownDays,
  discussionReopensAt: reopensAt,
} = articles

const LATER: Record<DiscussionClock, AnyColumn | null> = {
  published: null,
  updated: articles.renewedAt,
  'last-comment': articles.lastCommentAt,
}

/** What the clock starts with lies at least so many days back. */
export function isAged(clock: DiscussionClock, days: number, now: Date): SQL | undefined {
  const before = new Date(now.getTime() - days * DAY_MS)
  const later = LATER[clock]
  return and(lte(publishAt, before), later ? or(isNull(later), lte(later, before)) : undefined)
}

const plusOwnDays = (at: AnyColumn) => sql`${at} + ${ownDays} * ${DAY_MS}`

/** The days of its own are over. */
function isAgedByItself(clock: DiscussionClock, now: Date): SQL | undefined {
  const later = LATER[clock]
  const ms = now.getTime()
  return and(
    gt(ownDays, 0),
    lte(plusOwnDays(publishAt), ms),
    later ? or(isNull(later), lte(plusOwnDays(later), ms)) : undefined,
  )
}

/** Its days of its own ended no earlier than it was to open again, which then has no effect. */
function outlivesReopening(clock: DiscussionClock): SQL | undefined {
  const later = LATER[clock]
  return or(
    gte(plusOwnDays(publishAt), reopensAt),
    later ? and(isNotNull(later), gte(plusOwnDays(later), reopensAt)) : undefined,
  )
}

const isNotReopened = (now: Date) => or(isNull(reopensAt), gt(reopensAt, now))

/** Closed by the article's choice, a date or an age. */
export const isClosedByChoice = ({ clock, closeAfterDays }: ClosingPolicy, now: Date): SQL | undefined =>
  or(
    and(eq(discussion, 'closed'), isNotReopened(now)),
    and(eq(discussion, 'closes-at'), lte(closesAt, now), or(isNotReopened(now), lte(reopensAt, closesAt))),
    and(
      eq(discussion, 'closes-after'),
      isAgedByItself(clock, now),
      or(isNotReopened(now), outlivesReopening(clock)),
    ),
    closeAfterDays > 0 ? and(eq(discussion, 'inherit'), isAged(clock, closeAfterDays, now)) : undefined,
  )

const isNever = (column: AnyColumn, bySite: string) =>
  bySite === 'never' ? or(isNull(column), eq(column, 'never')) : eq(column, 'never')

const isSwitchedOff = (policy: ClosingPolicy) =>
  and(
    isNever(articles.discussionThreads, policy.threads),
    isNever(articles.discussionReplies, policy.replies),
  )

/** Takes replies whatever closed it, unless that was done by hand. */
const takesReplies = ({ replies }: ClosingPolicy) => {
  const column = articles.discussionReplies
  const isAlways = replies === 'always' ? or(isNull(column), eq(column, 'always')) : eq(column, 'always')
  return and(ne(discussion, 'closed'), isAlways)
}

/** Closed for good (`isShut`). */
export const isShut = (policy: ClosingPolicy, now: Date): SQL | undefined => {
  const opensAgain = and(ne(discussion, 'inherit'), gt(reopensAt, now))
  return or(
    isSwitchedOff(policy),
    and(isClosedByChoice(policy, now), isNotSo(or(opensAgain, takesReplies(policy)))),
  )
}

/** The opposite of a condition, also where a column that it asks is null. */
export const isNotSo = (condition: SQL | undefined): SQL =>
  sql`(case when ${condition} then 1 else 0 end) = 0`

/** A condition that no index is chosen by. */
export const isSo = (condition: SQL): SQL => sql`(case when ${condition} then 1 else 0 end) = 1`

/** Commented on since. */
export const isActiveSince = (since: Date): SQL | undefined => gt(articles.lastCommentAt, since)

/** Closed by the policy, a date or by hand since then; what closed longer ago and what is open are left out. */
export const closedSince = (policy: ClosingPolicy, since: Date, now: Date): SQL[] => {
  const { clock, closeAfterDays: days } = policy
  const start = new Date(since.getTime() - days * DAY_MS)
  const later = LATER[clock]
  const isLater = (at: AnyColumn) => gt(plusOwnDays(at), since.getTime())
  return [
    and(eq(discussion, 'closed'), isNotReopened(now), gt(articles.discussionChangedAt, since)),
    and(eq(discussion, 'closes-at'), lte(closesAt, now), gt(closesAt, since)),
    and(
      eq(discussion, 'closes-after'),
      isAgedByItself(clock, now),
      later ? or(isLater(publishAt), isLater(later)) : isLater(publishAt),
    ),
    days > 0
      ? and(
          eq(discussion, 'inherit'),
          isAged(clock, days, now),
          later ? or(gt(publishAt, start), gt(later, start)) : gt(publishAt, start),
        )
      : undefined,
  ].flatMap((condition) => condition ?? [])
}
