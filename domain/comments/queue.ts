import type { CommentRule } from './reasons'
import type { CommentState } from './states'

/** How long ago a comment was written. */
export const QUEUE_AGES = ['day', 'week', 'month', 'over-week', 'over-month', 'over-year'] as const
export type QueueAge = (typeof QUEUE_AGES)[number]

export const AGE_NAMES: Record<QueueAge, string> = {
  day: 'Within a day',
  week: 'Within 7 days',
  month: 'Within 30 days',
  'over-week': 'More than 7 days ago',
  'over-month': 'More than 30 days ago',
  'over-year': 'More than a year ago',
}

const DAY_MS = 86_400_000
const DAYS: Record<QueueAge, number> = {
  day: 1,
  week: 7,
  month: 30,
  'over-week': 7,
  'over-month': 30,
  'over-year': 365,
}

/** The bounds that an age sets to when a comment was written: no earlier than `from`, no later than `until`. */
export function ageBounds(age: QueueAge | undefined, now: Date): { from?: Date; until?: Date } {
  if (age === undefined) return {}
  const bound = new Date(now.getTime() - DAYS[age] * DAY_MS)
  return age.startsWith('over-') ? { until: bound } : { from: bound }
}

/** Which comments the queue shows; all conditions hold at once, and what is left out holds for every comment. */
export type QueueFilter = {
  state: CommentState
  /** One of its reasons is of this rule. */
  reason?: CommentRule
  article?: number
  /** The email address as it was typed. */
  author?: string
  /** By this reader, who has confirmed an address. */
  reader?: number
  /** Sent from where this comment was sent from, on the same day. */
  near?: number
  age?: QueueAge
  /** Readers reported it, and nobody has looked at that yet. */
  reported?: boolean
  /** Its author appealed against what was decided. */
  appealed?: boolean
  /** Words that all stand in it; in quotation marks, one after another. */
  text?: string
}

/** Whether it leaves anything out beyond the other states. */
export const isNarrowed = ({
  reason,
  article,
  author,
  reader,
  near,
  age,
  reported,
  appealed,
  text,
}: QueueFilter) =>
  [reason, article, author, reader, near, age, reported, appealed, text].some((each) => each !== undefined)

/** What arrived since is counted this far. */
export const NEWS_COUNTED = 100
