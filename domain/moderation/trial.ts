import type { CommentState } from '@/domain/comments/states'

/** What a rule would have done to the comments of the last month, before it is saved. */
export type Trial = {
  /** Comments of guests in that time. */
  seen: number
  /** There were more than are looked at: the newest were. */
  isPart: boolean
  matched: number
  /** Of the matched: put aside by other rules or by moderators. */
  asideAnyway: number
  /** Of the matched: approved by a moderator. A rule that hits these raises false alarms. */
  approved: number
  samples: TrialSample[]
}

export type TrialSample = {
  id: number
  name: string
  text: string
  state: CommentState
  isApproved: boolean
  /** What of it the rule found. */
  found: string
}

export type Tried = Omit<TrialSample, 'isApproved' | 'text'> & { isDecided: boolean; source: string }

const SAMPLES = 6
const TEXT = 160

export const nothingTried = (): Trial => ({
  seen: 0,
  isPart: false,
  matched: 0,
  asideAnyway: 0,
  approved: 0,
  samples: [],
})

/** Counts a comment that the rule found; false alarms come first among the samples. */
export function countMatch(trial: Trial, { isDecided, source, ...tried }: Tried): void {
  const isApproved = isDecided && tried.state === 'published'
  trial.matched++
  if (tried.state !== 'published') trial.asideAnyway++
  if (isApproved) trial.approved++
  const text = source.replace(/\s+/g, ' ').slice(0, TEXT)
  trial.samples.push({ ...tried, text, isApproved })
  trial.samples.sort((a, b) => Number(b.isApproved) - Number(a.isApproved) || b.id - a.id)
  trial.samples.length = Math.min(trial.samples.length, SAMPLES)
}

export const TRIAL_DAYS = 30

const many = (count: number) => (count === 1 ? '1 comment' : `${count.toLocaleString('en-GB')} comments`)
const number = (count: number) => (count === 0 ? 'none' : count.toLocaleString('en-GB'))

/** A trial as staff reads it; `does` is what the rule does to a comment: hold it, or call it spam. */
export function trialInWords(
  { seen, isPart, matched, asideAnyway, approved }: Trial,
  does: 'held' | 'spam',
): string {
  const since = isPart
    ? `the newest ${many(seen)} of guests`
    : `${many(seen)} of guests in the last ${TRIAL_DAYS} days`
  if (seen === 0) return `No guest commented in the last ${TRIAL_DAYS} days, so nothing can be said of it.`
  if (matched === 0) return `Of ${since} it would have touched none.`
  const done = does === 'held' ? 'held' : 'called spam'
  const aside = `${number(asideAnyway)} of them ${asideAnyway === 1 ? 'was' : 'were'} put aside anyway`
  const alarms =
    approved === 0
      ? 'a moderator approved none of them'
      : `${number(approved)} of them a moderator had approved`
  return `Of ${since} it would have ${done} ${number(matched)}: ${aside}, and ${alarms}.`
}
