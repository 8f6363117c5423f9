import type { SQL } from 'drizzle-orm'
import { and, asc, eq, gt, isNull, lte, min, or } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import type { DiscussionClock } from '@/domain/discussion/choices'
import { DAY_MS, type DiscussionState, discussionState } from '@/domain/discussion/state'
import { db } from './client'
import { isSo } from './closed'
import { factColumns } from './discussions'
import { articles, revisions } from './schema/articles'
import { getPolicy } from './settings'
import { isPublicAt } from './visibility'

const SHOWN = 10
const SOON_MS = 14 * DAY_MS
// some of those that the clock would close are reopened, or take nothing anyway
const READ = 4 * SHOWN

const { discussion, publishAt, discussionClosesAt, discussionCloseAfterDays, renewedAt, lastCommentAt } =
  articles

/** One way to close: what finds it by the index that has the order of `by`, and what is asked of each row then. */
type Way = { seek: SQL | undefined; rest: SQL | undefined; by: typeof publishAt | typeof renewedAt }

const STARTS_AGAIN: Record<DiscussionClock, typeof renewedAt | null> = {
  published: null,
  updated: renewedAt,
  'last-comment': lastCommentAt,
}

export type ClosingSoon = { id: number; title: string; state: DiscussionState; closesAt: Date }

/** The open discussions that close within two weeks if nothing more happens in them, the first to close first. */
export async function listClosingSoon(actor: Actor, now: Date): Promise<ClosingSoon[]> {
  if (!actorMay(actor, 'moderate')) return []
  const policy = await getPolicy()
  const { clock, closeAfterDays } = policy
  const byDate: Way = {
    seek: isSoon(discussionClosesAt, now),
    rest: and(isPublicAt(now), eq(discussion, 'closes-at')),
    by: discussionClosesAt,
  }
  const following = { seek: and(isPublicAt(now), eq(discussion, 'inherit')), rest: undefined }
  const bySite = closeAfterDays > 0 ? waysOf(following, closeAfterDays, clock, now) : []
  const byThemselves = (await listOwnDays()).flatMap((days) => {
    const seek = eq(discussionCloseAfterDays, days)
    const rest = and(isPublicAt(now), eq(discussion, 'closes-after'))
    return waysOf({ seek, rest }, days, clock, now)
  })
  const found = await Promise.all([byDate, ...bySite, ...byThemselves].map(walk))
  return found
    .flat()
    .flatMap(({ title, ...row }) => {
      const state = discussionState(row, policy, now)
      const { closesAt } = state
      return state.state === 'open' && closesAt ? [{ id: row.id, title, state, closesAt }] : []
    })
    .sort((one, other) => one.closesAt.getTime() - other.closesAt.getTime())
    .slice(0, SHOWN)
}

const isSoon = (at: Way['by'], now: Date, days = 0) => {
  const from = now.getTime() - days * DAY_MS
  return and(gt(at, new Date(from)), lte(at, new Date(from + SOON_MS)))
}

/** What closes so many days after the later of two instants: one walk by each. */
function waysOf({ seek, rest }: Omit<Way, 'by'>, days: number, clock: DiscussionClock, now: Date): Way[] {
  const later = STARTS_AGAIN[clock]
  const byDate = { seek: and(seek, isSoon(publishAt, now, days)), rest, by: publishAt }
  if (!later) return [byDate]
  return [
    { ...byDate, rest: and(rest, or(isNull(later), lte(later, publishAt))) },
    { seek: isSoon(later, now, days), rest: and(seek, rest, gt(later, publishAt)), by: later },
  ]
}

const walk = ({ seek, rest, by }: Way) =>
  db()
    .select({ ...factColumns, title: revisions.title })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(seek, rest && isSo(rest)))
    .orderBy(asc(by))
    .limit(READ)

/** The numbers of days that articles chose for themselves: few, and each is found behind the one before. */
async function listOwnDays(): Promise<number[]> {
  const found: number[] = []
  for (let days: number | null = 0; days !== null;) {
    const [next]: { days: number | null }[] = await db()
      .select({ days: min(discussionCloseAfterDays) })
      .from(articles)
      .where(gt(discussionCloseAfterDays, days))
    days = next?.days ?? null
    if (days !== null) found.push(days)
  }
  return found
}
