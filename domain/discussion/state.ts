import { isPublic, type Publication } from '@/domain/articles'
import type { DiscussionChoice, DiscussionClock, DiscussionMode } from './choices'

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The site's settings under `discussion.`; 0 days, minutes or posts switch a rule off. */
export type DiscussionPolicy = {
  mode: DiscussionMode
  closeAfterDays: number
  clock: DiscussionClock
  graceMinutes: number
  perAddressPerMinute: number
  perArticlePerMinute: number
}

/** What an article knows of its discussion, in the names of its columns. */
export type DiscussionFacts = Publication & {
  discussion: DiscussionChoice
  discussionClosesAt: Date | null
  discussionCloseAfterDays: number | null
  /** When the choice was last changed: since when comments closed by hand are closed. */
  discussionChangedAt: Date | null
  /** When the published revision was made. */
  revisedAt: Date | null
  /** When the newest published comment was written. */
  lastCommentAt: Date | null
}

export type ClosedReason = 'article' | 'date' | 'age' | 'not-public'

/** Whose word it is: the article's own choice or the site's policy, and after how many days of which clock. */
export type DecidedBy = { level: 'article' | 'site'; days: number | null; clock: DiscussionClock }

export type DiscussionState = {
  state: 'open' | 'closed'
  /** Why it is closed; null while it is open. */
  reason: ClosedReason | null
  /** The instant that a date or an age sets, to come or past; null where nothing is set. */
  closesAt: Date | null
  /** Since when it is closed; null while it is open and where nobody can say. */
  closedAt: Date | null
  by: DecidedBy
}

/** The clock starts with publication, so an article that nobody commented on closes too. */
function clockStart(article: DiscussionFacts, publishAt: Date, clock: DiscussionClock): Date {
  const later = { published: null, updated: article.revisedAt, 'last-comment': article.lastCommentAt }[clock]
  return later && later > publishAt ? later : publishAt
}

/**
 * Whether comments are open (the rule), the only place that knows.
 * An explicit choice of the article beats the policy; open while `now < closesAt`, closed from `closesAt` on.
 */
export function discussionState(
  article: DiscussionFacts,
  policy: Pick<DiscussionPolicy, 'closeAfterDays' | 'clock'>,
  now: Date,
): DiscussionState {
  const { discussion: choice, publishAt } = article
  const level = choice === 'inherit' ? 'site' : 'article'
  const by: DecidedBy = { level, days: null, clock: policy.clock }
  const open = { state: 'open', reason: null, closesAt: null, closedAt: null, by } as const
  const upTo = (closesAt: Date, reason: 'date' | 'age', days: number | null): DiscussionState =>
    now < closesAt
      ? { ...open, closesAt, by: { ...by, days } }
      : { state: 'closed', reason, closesAt, closedAt: closesAt, by: { ...by, days } }

  if (!isPublic(article, now) || publishAt === null) return { ...open, state: 'closed', reason: 'not-public' }
  if (choice === 'open') return open
  if (choice === 'closed')
    return { ...open, state: 'closed', reason: 'article', closedAt: article.discussionChangedAt }
  if (choice === 'closes-at')
    return article.discussionClosesAt ? upTo(article.discussionClosesAt, 'date', null) : open

  const days = choice === 'closes-after' ? article.discussionCloseAfterDays : policy.closeAfterDays
  if (!days) return open
  const start = clockStart(article, publishAt, policy.clock)
  return upTo(new Date(start.getTime() + days * DAY_MS), 'age', days)
}

/**
 * Whether a comment may still be stored. Where a date or an age closed the discussion, a form that was
 * rendered before (`renderedAt`, null where no signature says so) is let in for the minutes of grace.
 */
export function admits(
  discussion: DiscussionState,
  renderedAt: Date | null,
  now: Date,
  graceMinutes: number,
): boolean {
  if (discussion.state === 'open') return true
  const { reason, closesAt } = discussion
  if ((reason !== 'date' && reason !== 'age') || !closesAt || !renderedAt) return false
  return renderedAt < closesAt && now.getTime() < closesAt.getTime() + graceMinutes * MINUTE_MS
}
