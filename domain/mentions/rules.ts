import { judge } from '@/domain/comments/rules'
import type { CommentReason } from '@/domain/comments/reasons'
import type { Findings } from '@/domain/moderation/findings'
import type { MentionMode, MentionState } from './states'

/** What is known of a mention whose link was found. */
export type Found = {
  mode: MentionMode
  /** Staff approved something of its host before. */
  isKnown: boolean
  findings: Findings
  learns: boolean
}
export type MentionVerdict = { state: 'published' | 'held' | 'spam'; reasons: CommentReason[] }

/** A mention passes the phases that a guest's comment does, those that do not ask about a form. */
export function judgeMention({ mode, isKnown, findings, learns }: Found): MentionVerdict {
  const verdict = judge({
    staff: false,
    mode,
    trust: isKnown ? 'known' : 'typed',
    admitted: true,
    parentStands: true,
    impersonates: false,
    repeated: false,
    waitSeconds: 0,
    trapped: false,
    findings,
    holdFromLinks: 0,
    learns,
    checked: 'off',
    asksAkismet: false,
  })
  if (verdict.kind === 'refused') throw new Error(`A mention was refused: ${verdict.reason}`)
  return { state: verdict.state, reasons: verdict.reasons }
}

/** So often a page that cannot be reached is asked for, over about nine hours. */
const TRIES = 6
const RESTS_MS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 6 * 3_600_000]

/** How long it rests after its so-manieth failure; null when it is given up. */
export const restAfter = (tries: number): number | null =>
  tries >= TRIES ? null : (RESTS_MS[tries - 1] ?? null)

/** A source that is sent again is not looked at again sooner. */
export const AGAIN_MS = 5 * 60_000
/** So many may wait for the worker; whoever comes then is asked to come later. */
export const WAITING_MAX = 1_000
/** While so many wait, what cannot be reached is not tried again. */
export const RESTING_MAX = 500
/** Of one host in a minute. */
export const PER_HOST = 30

/** For how many days after it was last sent what readers do not see is kept. */
export const KEPT_DAYS = {
  waiting: 3,
  gone: 30,
  spam: 90,
  held: 180,
  removed: 365,
} as const satisfies Record<Exclude<MentionState, 'published'>, number>
/** And at most so many of each. */
export const KEPT_MOST = 20_000
