import type { Refused } from '@/components/dashboard/desk/answer'
import type { HostBan, MentionDecision } from '@/domain/mentions/desk-input'
import type { DecidedState } from '@/domain/mentions/states'

/** What became of a decision; `left` had changed meanwhile. */
export type Decided = { kind: 'done'; done: number[]; left: number[] } | Refused
export type Banned = { kind: 'done'; host: string; moved: number } | Refused

export type MentionActions = {
  decide: (wanted: MentionDecision) => Promise<Decided>
  /** Gives what became of it, in words. */
  lookAgain: (mentionId: number) => Promise<string>
  banHost: (wanted: HostBan) => Promise<Banned>
}

export const IS_NOW: Record<DecidedState, string> = {
  published: 'It is public again.',
  held: 'It is held again.',
  spam: 'It is spam again.',
  removed: 'It is removed again.',
}

export const LEFT = 'Left alone: it has changed meanwhile. Open the page again.'

export const mentionsInNumber = (count: number) => (count === 1 ? '1 mention' : `${count} mentions`)
