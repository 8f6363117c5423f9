import type { DiscussionMode } from '@/domain/discussion/choices'
import type { Findings } from '@/domain/moderation/findings'
import { standing } from '@/domain/moderation/akismet'
import type { Checked } from '@/domain/moderation/proof'
import type { CommentReason } from './reasons'
import { letsPublish, type Trust } from './trust'

/** All that is known of a comment when it is judged, read in the transaction that will store it. */
export type Submission = {
  staff: boolean
  mode: DiscussionMode
  trust: Trust
  /** The discussion takes it: it is open, or its form has grace. */
  admitted: boolean
  /** It answers nothing, or a published comment of the same article. */
  parentStands: boolean
  /** Its author, a guest, could be taken for somebody who works here. */
  impersonates: boolean
  /** The same author said the same in the same place before. */
  repeated: boolean
  /** In how many seconds the limits let it in; 0 is now. */
  waitSeconds: number
  /** A field that people do not see was filled in. */
  trapped: boolean
  /** What the site's lists and bans found in it. */
  findings: Findings
  /** From so many links on it is held; 0 is never. */
  holdFromLinks: number
  /** What was learned from the decisions of moderators holds comments. */
  learns: boolean
  /** What the work of its browser says. */
  checked: Checked
  /** Akismet is asked about guests. */
  asksAkismet: boolean
}

export type Refusal =
  | { kind: 'refused'; reason: 'closed' | 'parent' | 'name' | 'duplicate' }
  | { kind: 'refused'; reason: 'too-fast'; retryAfterSeconds: number }

export type Verdict =
  Refusal | { kind: 'stored'; state: 'published' | 'held' | 'spam'; reasons: CommentReason[] }

type Phase = (submission: Submission) => Verdict | undefined

const stored = (state: 'published' | 'held' | 'spam', ...reasons: CommentReason[]): Verdict => ({
  kind: 'stored',
  state,
  reasons,
})

// staff still answer on closed discussions
const closed: Phase = ({ staff, admitted }) =>
  staff || admitted ? undefined : { kind: 'refused', reason: 'closed' }

const orphaned: Phase = ({ parentStands }) =>
  parentStands ? undefined : { kind: 'refused', reason: 'parent' }

const masked: Phase = ({ staff, impersonates }) =>
  !staff && impersonates ? { kind: 'refused', reason: 'name' } : undefined

const repeated: Phase = ({ repeated }) => (repeated ? { kind: 'refused', reason: 'duplicate' } : undefined)

const hasty: Phase = ({ staff, waitSeconds }) =>
  staff || waitSeconds === 0
    ? undefined
    : { kind: 'refused', reason: 'too-fast', retryAfterSeconds: waitSeconds }

const byStaff: Phase = ({ staff }) => (staff ? stored('published') : undefined)

// a machine learns nothing from this: it reads the same page as a held person
const trapped: Phase = ({ trapped }) => (trapped ? stored('spam', { rule: 'trap', detail: '' }) : undefined)

// neither does somebody who is banned, who would only come under another name
const banned: Phase = ({ findings: { ban } }) =>
  ban === null ? undefined : stored('spam', { rule: 'ban', detail: ban })

const spamWords: Phase = ({ findings: { spamWord } }) =>
  spamWord === null ? undefined : stored('spam', { rule: 'spam-words', detail: spamWord })

const spamHosts: Phase = ({ findings: { spamHost } }) =>
  spamHost === null ? undefined : stored('spam', { rule: 'spam-hosts', detail: spamHost })

const holdWords: Phase = ({ findings: { holdWord } }) =>
  holdWord === null ? undefined : stored('held', { rule: 'words', detail: holdWord })

const manyLinks: Phase = ({ holdFromLinks, findings: { links } }) =>
  holdFromLinks === 0 || links < holdFromLinks
    ? undefined
    : stored('held', { rule: 'links', detail: String(links) })

// of an author whom readers know, moderators have had their say
const learned: Phase = ({ learns, trust, findings: { suspicion } }) =>
  !learns || trust === 'known' || suspicion === null
    ? undefined
    : stored('held', { rule: 'learned', detail: suspicion })

// who runs no scripts is not refused: an editor looks
const unchecked: Phase = ({ checked, trust }) =>
  checked === 'off' || checked === 'passed' || trust === 'known'
    ? undefined
    : stored('held', { rule: 'check', detail: checked })

const heldByMode: Phase = ({ mode, trust }) =>
  letsPublish(mode, trust) ? undefined : stored('held', { rule: 'mode', detail: mode })

/** Asked in this order. The first that refuses, publishes or calls it spam decides. */
const PHASES = [
  closed,
  orphaned,
  masked,
  repeated,
  hasty,
  byStaff,
  trapped,
  banned,
  spamWords,
  spamHosts,
  holdWords,
  manyLinks,
  learned,
  unchecked,
  heldByMode,
]

/** What holds a comment leaves the later phases their say, so that a moderator reads every reason at once. */
export function judge(submission: Submission): Verdict {
  const holding: CommentReason[] = []
  for (const phase of PHASES) {
    const verdict = phase(submission)
    if (verdict?.kind === 'stored' && verdict.state === 'held') holding.push(...verdict.reasons)
    else if (verdict) return verdict
  }
  if (holding.length > 0) return stored('held', ...holding)
  // nothing is sent of what moderators read anyway, nor of an author whom readers know
  const isAsked = submission.asksAkismet && submission.trust !== 'known'
  return isAsked ? stored('held', standing('waiting')) : stored('published')
}

export const WINDOW_MS = 60_000

/**
 * In how many seconds a limit of so many a minute lets in one more; 0 is now.
 * `oldest`: when the comment was stored that has to leave the window first, null where fewer than the limit stand in it.
 */
export const secondsUntilFree = (oldest: Date | null, now: Date): number =>
  oldest === null ? 0 : Math.max(0, Math.ceil((oldest.getTime() + WINDOW_MS - now.getTime()) / 1000))
