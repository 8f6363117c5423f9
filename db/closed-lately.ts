import { and, asc, count, countDistinct, desc, eq, inArray, isNull, like } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { COUNTED } from '@/domain/counting'
import { DAY_MS, type DiscussionState, discussionState } from '@/domain/discussion/state'
import { db } from './client'
import { closedSince, isClosedByChoice } from './closed'
import { countSome } from './counting'
import { factColumns } from './discussions'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { getPolicy } from './settings'
import { isPublicAt } from './visibility'

export const LATELY_DAYS = 14
const SHOWN = 30
const QUESTIONS = 5

/** A discussion that closed, and how it went. */
export type ClosedLately = {
  id: number
  slug: string
  title: string
  state: DiscussionState
  closedAt: Date
  comments: number
  /** As lists are counted. */
  held: number
  /** The discussion is long, and what follows but `held` is said of its newest 1,000 comments. */
  isPart: boolean
  byStaff: number
  /** How many people wrote, as far as their addresses tell them apart; without staff. */
  guests: number
  /** Comments of guests with a question mark that nobody answered, the oldest first; of many the first few. */
  questions: { id: number; name: string; source: string }[]
}

/** The discussions that closed within the last two weeks, the last one first; what is not theirs to see is not listed. */
export async function listClosedLately(actor: Actor, now: Date): Promise<ClosedLately[]> {
  if (!actorMay(actor, 'moderate')) return []
  return listClosedSince(new Date(now.getTime() - LATELY_DAYS * DAY_MS), now)
}

/** The same for the program itself, since any instant. */
export async function listClosedSince(since: Date, now: Date): Promise<ClosedLately[]> {
  const policy = await getPolicy()
  const columns = {
    ...factColumns,
    slug: articles.slug,
    title: revisions.title,
    comments: articles.commentCount,
  }
  const found = await Promise.all(
    closedSince(policy, since, now).map((closed) =>
      db()
        .select(columns)
        .from(articles)
        .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
        .where(and(isPublicAt(now), closed))
        .orderBy(desc(articles.publishAt))
        // of more than so many the rest is nobody's news
        .limit(4 * SHOWN),
    ),
  )
  const closed = found
    .flat()
    .flatMap((row) => {
      const state = discussionState(row, policy, now)
      const { closedAt } = state
      return closedAt && closedAt > since && row.slug !== null
        ? [{ id: row.id, slug: row.slug, title: row.title, comments: row.comments, state, closedAt }]
        : []
    })
    .sort((one, other) => other.closedAt.getTime() - one.closedAt.getTime())
    .slice(0, SHOWN)
  return Promise.all(closed.map(async (each) => ({ ...each, ...(await howItWent(each.id)) })))
}

/** How many discussions closed within the last two weeks, as far as lists are counted. */
export async function countClosedLately(now: Date): Promise<number> {
  const policy = await getPolicy()
  const since = new Date(now.getTime() - LATELY_DAYS * DAY_MS)
  const isStillClosed = and(isPublicAt(now), isClosedByChoice(policy, now))
  const counts = await Promise.all(
    closedSince(policy, since, now).map((closed) => countSome(articles, and(isStillClosed, closed))),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Of a long discussion the newest comments tell how it went. */
async function howItWent(articleId: number) {
  const here = eq(comments.articleId, articleId)
  const newest = db()
    .select({ id: comments.id })
    .from(comments)
    .where(and(here, eq(comments.state, 'published')))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(COUNTED)
  const isGuest = and(inArray(comments.id, newest), isNull(comments.personId))
  const questions = await db()
    .select({ id: comments.id, name: comments.name, source: comments.source })
    .from(comments)
    .where(and(isGuest, eq(comments.replyCount, 0), like(comments.source, '%?%')))
    .orderBy(asc(comments.id))
    .limit(QUESTIONS)
  const [guests] = await db()
    .select({ comments: count(), people: countDistinct(comments.email) })
    .from(comments)
    .where(isGuest)
  const published = await countSome(comments, and(here, eq(comments.state, 'published')))
  return {
    isPart: published === COUNTED,
    held: await countSome(comments, and(here, eq(comments.state, 'held'))),
    byStaff: published - (guests?.comments ?? 0),
    guests: guests?.people ?? 0,
    questions,
  }
}
