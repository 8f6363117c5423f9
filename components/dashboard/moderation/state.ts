import type { Refused } from '@/components/dashboard/desk/answer'
import type { CommentState } from '@/domain/comments/states'
import type { Tally } from '@/domain/counting'
import type { Honour } from '@/domain/comments/honours'

export type Counts = Record<CommentState, Tally>

/** What somebody else made of a comment; `when` in words. */
export type Elsewhere = { id: number; state: CommentState; by: string | null; when: string | null }

/** What became of a decision. */
export type Decided =
  | { kind: 'done'; state: CommentState }
  /** Somebody else decided first; nothing was changed. */
  | ({ kind: 'changed' } & Elsewhere)
  | Refused

/** What became of a decision about many: `done` were changed, about the others somebody decided first. */
export type DecidedMany = { kind: 'done'; batchId: number; done: number[]; changed: Elsewhere[] } | Refused

/** What became of them after taking that back. */
export type UndoneMany = { kind: 'done'; now: Elsewhere[] } | Refused

/** Pins or highlights a comment, or takes that back; gives the sentence that says why not. */
export type GiveHonour = (wanted: { id: number; honour: Honour; given: boolean }) => Promise<string | null>

/** `seen`: the state that is decided about. */
type Comment = { id: number; seen: CommentState }

/** About many of one state, as they were read at an instant in milliseconds. */
export type Order = { ids: number[]; from: CommentState; to: CommentState; readAt: number }

export type ModerationActions = {
  giveHonour: GiveHonour
  /** `edits`: how often its author had changed the text that is decided about. */
  decide: (comment: Comment & { state: CommentState; edits: number }) => Promise<Decided>
  undo: (comment: Comment) => Promise<Decided>
  decideMany: (order: Order) => Promise<DecidedMany>
  undoMany: (order: { batchId: number; ids: number[] }) => Promise<UndoneMany>
}

/** One more here and one less there; what is only known as so many or more stays that. */
export function moved(counts: Counts, from: CommentState, to: CommentState): Counts {
  const step = (state: CommentState, change: number): Tally => {
    const count = counts[state]
    return typeof count === 'number' ? Math.max(0, count + change) : count
  }
  return from === to ? counts : { ...counts, [from]: step(from, -1), [to]: step(to, 1) }
}
