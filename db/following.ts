import { and, eq, isNull, lte, or } from 'drizzle-orm'
import type { DiscussionClock } from '@/domain/discussion/choices'
import type { DiscussionPolicy } from '@/domain/discussion/state'
import { DAY_MS } from '@/domain/discussion/state'
import { db } from './client'
import { articles } from './schema/articles'
import { isPublicAt } from './visibility'

/** Public articles whose discussion follows the site's policy, and how many of them it has closed. */
export type Following = { articles: number; closed: number }

const LATER = { published: null, updated: articles.revisedAt, 'last-comment': articles.lastCommentAt }

// the age rule of `discussionState` as a condition: what the clock starts with lies at least so many days back
function isAged(clock: DiscussionClock, days: number, now: Date) {
  const before = new Date(now.getTime() - days * DAY_MS)
  const later = LATER[clock]
  return and(lte(articles.publishAt, before), later ? or(isNull(later), lte(later, before)) : undefined)
}

/** What a policy does now, whether it is saved or only considered. */
export async function countFollowing(
  { closeAfterDays: days, clock }: Pick<DiscussionPolicy, 'closeAfterDays' | 'clock'>,
  now: Date,
): Promise<Following> {
  const follows = and(eq(articles.discussion, 'inherit'), isPublicAt(now))
  return {
    articles: await db().$count(articles, follows),
    closed: days === 0 ? 0 : await db().$count(articles, and(follows, isAged(clock, days, now))),
  }
}
