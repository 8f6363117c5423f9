import { isPublic, type Publication } from '@/domain/articles'
import type {
  Check,
  DiscussionChoice,
  DiscussionClock,
  DiscussionKind,
  DiscussionMode,
  Learned,
  Taking,
} from './choices'

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The site's settings under `discussion.`; 0 days, minutes or posts switch a rule off. */
export type DiscussionPolicy = {
  mode: DiscussionMode
  closeAfterDays: number
  clock: DiscussionClock
  threads: Taking
  replies: Taking
  mentions: Taking
  graceMinutes: number
  perAddressPerMinute: number
  perArticlePerMinute: number
  holdFromLinks: number
  holdFromReports: number
  learned: Learned
  check: Check
}

/** What of the site's settings says whether a discussion is open. */
export type ClosingPolicy = Pick<
  DiscussionPolicy,
  'closeAfterDays' | 'clock' | 'threads' | 'replies' | 'mentions'
>

/** What an article knows of its discussion, in the names of its columns. */
export type DiscussionFacts = Publication & {
  discussion: DiscussionChoice
  discussionClosesAt: Date | null
  discussionCloseAfterDays: number | null
  /** When what one of the closing choices closed opens again. */
  discussionReopensAt: Date | null
  /** When the choice was last changed: since when comments closed by hand are closed. */
  discussionChangedAt: Date | null
  /** What is taken of each kind; null follows the site. */
  discussionThreads: Taking | null
  discussionReplies: Taking | null
  discussionMentions: Taking | null
  /** When readers were last given an update that was more than a small correction. */
  renewedAt: Date | null
  /** When the newest published comment was written. */
  lastCommentAt: Date | null
}

export type ClosedReason = 'article' | 'date' | 'age' | 'site' | 'not-public'

/** Whose word it is: the article's own choice or the site's policy, and after how many days of which clock. */
export type DecidedBy = { level: 'article' | 'site'; days: number | null; clock: DiscussionClock }

export type DiscussionState = {
  /** Whether comments are open, be it for replies alone; `takes` says for what. */
  state: 'open' | 'closed'
  /** Why it is closed; null while it is open. */
  reason: ClosedReason | null
  /** The instant that a date or an age sets, to come or past; null where nothing is set. */
  closesAt: Date | null
  /** Since when it is closed; null while it is open and where nobody can say. */
  closedAt: Date | null
  /** When what is closed opens again, or what is open opened again; null where nothing is set. */
  reopensAt: Date | null
  by: DecidedBy
  /** The next instant at which time alone changes what is said or taken; null where there is none. */
  changesAt: Date | null
  /** When each kind is taken, by the article's switches and the site's. */
  takings: Record<DiscussionKind, Taking>
  /** Whether it is taken now. */
  takes: Record<DiscussionKind, boolean>
}

type Clocked = Omit<DiscussionState, 'takings' | 'takes' | 'changesAt'>

/** The clock starts with publication, so an article that nobody commented on closes too. */
function clockStart(article: DiscussionFacts, publishAt: Date, clock: DiscussionClock): Date {
  const later = { published: null, updated: article.renewedAt, 'last-comment': article.lastCommentAt }[clock]
  return later && later > publishAt ? later : publishAt
}

/** Open or closed by the choice, the policy and the clock; the switches are asked afterwards. */
function clocked(article: DiscussionFacts, policy: ClosingPolicy, now: Date): Clocked {
  const { discussion: choice, publishAt, discussionReopensAt: again } = article
  const level = choice === 'inherit' ? 'site' : 'article'
  const by: DecidedBy = { level, days: null, clock: policy.clock }
  const open = { state: 'open', reason: null, closesAt: null, closedAt: null, reopensAt: null, by } as const
  const reopened = { ...open, reopensAt: again } as const
  const upTo = (closesAt: Date, reason: 'date' | 'age', days: number | null): Clocked => {
    // opening again is only for what closed before
    const reopensAt = level === 'article' && again && again > closesAt ? again : null
    if (reopensAt && reopensAt <= now) return reopened
    const set = { closesAt, reopensAt, by: { ...by, days } }
    return now < closesAt ? { ...open, ...set } : { ...set, state: 'closed', reason, closedAt: closesAt }
  }

  if (!isPublic(article, now) || publishAt === null) return { ...open, state: 'closed', reason: 'not-public' }
  if (choice === 'open') return open
  if (choice === 'closed')
    return again && again <= now
      ? reopened
      : {
          ...open,
          state: 'closed',
          reason: 'article',
          closedAt: article.discussionChangedAt,
          reopensAt: again,
        }
  if (choice === 'closes-at')
    return article.discussionClosesAt ? upTo(article.discussionClosesAt, 'date', null) : open

  const days = choice === 'closes-after' ? article.discussionCloseAfterDays : policy.closeAfterDays
  if (!days) return open
  const start = clockStart(article, publishAt, policy.clock)
  return upTo(new Date(start.getTime() + days * DAY_MS), 'age', days)
}

/** Whether the article's choice, a date or an age closes it; whatever its switches say. */
export const isClosedByChoice = (article: DiscussionFacts, policy: ClosingPolicy, now: Date): boolean =>
  clocked(article, policy, now).state === 'closed'

/**
 * Whether comments are open (the rule), the only place that knows.
 * An explicit choice of the article beats the policy; open while `now < closesAt`, closed from `closesAt` on, and open
 * again from `reopensAt` on.
 */
export function discussionState(article: DiscussionFacts, policy: ClosingPolicy, now: Date): DiscussionState {
  const takings = {
    threads: article.discussionThreads ?? policy.threads,
    replies: article.discussionReplies ?? policy.replies,
    mentions: article.discussionMentions ?? policy.mentions,
  }
  const clock = clocked(article, policy, now)
  const isOff = takings.threads === 'never' && takings.replies === 'never'
  // that nothing is taken needs no clock, and no clock says since when
  const said = !isOff
    ? clock
    : clock.state === 'closed'
      ? { ...clock, reopensAt: null }
      : switchedOff(article, policy)
  const isTaken = (taking: Taking) =>
    clock.state === 'open' ? taking !== 'never' : taking === 'always' && isLeftOpen(clock)
  return {
    ...said,
    changesAt: clock.state === 'closed' ? clock.reopensAt : clock.closesAt,
    takings,
    takes: {
      threads: clock.state === 'open' && isTaken(takings.threads),
      replies: isTaken(takings.replies),
      mentions: isTaken(takings.mentions),
    },
  }
}

const switchedOff = (article: DiscussionFacts, { clock }: ClosingPolicy): Clocked => {
  const level = (article.discussionThreads ?? article.discussionReplies) ? 'article' : 'site'
  const nothing = { closesAt: null, closedAt: null, reopensAt: null }
  const reason = level === 'article' ? 'article' : 'site'
  return { state: 'closed', reason, ...nothing, by: { level, days: null, clock } }
}

/** A date and an age close what `while-open` says; closing by hand closes everything. */
const isLeftOpen = ({ reason }: Clocked) => reason === 'date' || reason === 'age'

/** Closed for good: not until a day, and not for some kinds of comments alone. */
export const isShut = ({ state, reopensAt, takes }: DiscussionState): boolean =>
  state === 'closed' && reopensAt === null && !takes.replies

/** A comment that is sent: what it is, and when its form was rendered; null where no signature says so. */
export type Submitted = { kind: 'threads' | 'replies'; renderedAt: Date | null }

/**
 * Whether a comment may still be stored. Where a date or an age closed the discussion, a form that was rendered before
 * is let in for the minutes of grace.
 */
export function admits(
  discussion: DiscussionState,
  { kind, renderedAt }: Submitted,
  now: Date,
  graceMinutes: number,
): boolean {
  if (discussion.takes[kind]) return true
  const { closedAt, takings } = discussion
  if (!isLeftOpen(discussion) || !closedAt || !renderedAt || takings[kind] === 'never') return false
  return renderedAt < closedAt && now.getTime() < closedAt.getTime() + graceMinutes * MINUTE_MS
}
