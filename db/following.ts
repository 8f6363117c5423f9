import { and, eq } from 'drizzle-orm'
import { type ClosingPolicy, DAY_MS } from '@/domain/discussion/state'
import { db } from './client'
import { isActiveSince, isAged } from './closed'
import { articles } from './schema/articles'
import { isPublicAt } from './visibility'

/** Public articles whose discussion follows the site's policy, how many of them it has closed, and how many of those were commented on within a week. */
export type Following = { articles: number; closed: number; active: number }

/** What a policy does now, whether it is saved or only considered. */
export async function countFollowing(
  { closeAfterDays: days, clock }: Pick<ClosingPolicy, 'closeAfterDays' | 'clock'>,
  now: Date,
): Promise<Following> {
  const follows = and(eq(articles.discussion, 'inherit'), isPublicAt(now))
  const closed = and(follows, isAged(clock, days, now))
  const lately = isActiveSince(new Date(now.getTime() - 7 * DAY_MS))
  return {
    articles: await db().$count(articles, follows),
    closed: days === 0 ? 0 : await db().$count(articles, closed),
    active: days === 0 ? 0 : await db().$count(articles, and(closed, lately)),
  }
}
