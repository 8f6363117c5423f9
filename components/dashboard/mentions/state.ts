import type { HostBan, MentionDecision } from '@/domain/mentions/desk-input'
import type { DecidedState } from '@/domain/mentions/states'

type Refused = { kind: 'refused'; sentence: string }

/** What became of a decision; `left` had changed meanwhile. */
export type Decided = { kind: 'done'; done: number[]; left: number[] } | Refused
/** What became of it, in words. */
export type Looked = string
export type Banned = { kind: 'done'; host: string; moved: number } | Refused

export type MentionActions = {
  decide: (wanted: MentionDecision) => Promise<Decided>
  lookAgain: (mentionId: number) => Promise<Looked>
  banHost: (wanted: HostBan) => Promise<Banned>
}

/** What each decision is called on its button. */
export const DECISIONS = [
  ['Approve', 'published'],
  ['Hold', 'held'],
  ['Spam', 'spam'],
  ['Remove', 'removed'],
] as const satisfies [string, DecidedState][]

/** What a decision did, at the place of the buttons. */
export const DONE: Record<DecidedState, string> = {
  published: 'Approved. Readers see it now.',
  held: 'Held. Readers do not see it.',
  spam: 'Put with the spam. Readers do not see it.',
  removed: 'Removed. Readers do not see it.',
}

export const IS_NOW: Record<DecidedState, string> = {
  published: 'It is public again.',
  held: 'It is held again.',
  spam: 'It is spam again.',
  removed: 'It is removed again.',
}

export const LEFT = 'Left alone: it has changed meanwhile. Open the page again.'

export const mentionsInNumber = (count: number) => (count === 1 ? '1 mention' : `${count} mentions`)
