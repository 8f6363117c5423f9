import { and, count, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { type Day, lastDays } from '@/domain/days'
import { DAY_MS } from '@/domain/discussion/state'
import { db } from './client'
import { countSome } from './counting'
import { listItems, type QueueItem } from './queue'
import { walk } from './queue-walk'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'

const SHOWN = 10
const DAYS = 30
// of more than so many the newest are counted, and the screen says so
const COUNTED = 50_000

export type Busy = { id: number; title: string; recent: number; commentCount: number }

/** The discussions in which most was published within the last days, the busiest first. */
export async function listBusiest(
  actor: Actor,
  days: number,
  now: Date,
): Promise<{ discussions: Busy[]; isCut: boolean }> {
  if (!actorMay(actor, 'moderate')) return { discussions: [], isCut: false }
  const since = new Date(now.getTime() - days * DAY_MS)
  const some = db()
    .select({ articleId: comments.articleId })
    .from(comments)
    .where(and(eq(comments.state, 'published'), gte(comments.createdAt, since)))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(COUNTED)
    .as('some')
  const counts = await db().select({ id: some.articleId, count: count() }).from(some).groupBy(some.articleId)
  const busiest = new Map(
    counts
      .sort((one, other) => other.count - one.count)
      .slice(0, SHOWN)
      .map((row) => [row.id, row.count]),
  )
  if (busiest.size === 0) return { discussions: [], isCut: false }
  const rows = await db()
    .select({ id: articles.id, title: revisions.title, commentCount: articles.commentCount })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(inArray(articles.id, [...busiest.keys()]))
  const discussions = rows
    .map((row) => ({ ...row, recent: busiest.get(row.id) ?? 0 }))
    .sort((one, other) => other.recent - one.recent)
  return { discussions, isCut: counts.reduce((sum, row) => sum + row.count, 0) >= COUNTED }
}

export type DayCount = Day & { published: number; held: number; spam: number }

/** A column is drawn no higher than this. */
export const DAY_COUNTED = 10_000

/** How many comments of each of the last days are published, held or spam now, each as far as `DAY_COUNTED`. */
export async function countDays(actor: Actor, timeZone: string, now: Date): Promise<DayCount[]> {
  if (!actorMay(actor, 'moderate')) return []
  const countIn = (state: 'published' | 'held' | 'spam', { from, until }: Day) =>
    countSome(
      comments,
      and(eq(comments.state, state), gte(comments.createdAt, from), lt(comments.createdAt, until)),
      DAY_COUNTED,
    )
  return Promise.all(
    lastDays(DAYS, timeZone, now).map(async (day) => ({
      ...day,
      published: await countIn('published', day),
      held: await countIn('held', day),
      spam: await countIn('spam', day),
    })),
  )
}

/** The comments that wait longest for a decision. */
export async function listHeldLongest(actor: Actor, now: Date): Promise<QueueItem[]> {
  if (!actorMay(actor, 'moderate')) return []
  const { found } = await walk({ state: 'held' }, { order: 'oldest', from: null, limit: SHOWN }, now)
  return listItems(found.map(({ id }) => id))
}
