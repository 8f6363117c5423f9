import type { CommentState } from '@/domain/comments/states'

export type Counts = Record<CommentState, number>

/** What became of a decision. */
export type Decided =
  | { kind: 'done'; previous: CommentState; state: CommentState }
  /** Somebody else decided first; nothing was changed. */
  | { kind: 'changed'; state: CommentState; by: string | null }
  | { kind: 'refused'; sentence: string }

/** `seen`: the state that is decided about. */
type Comment = { id: number; seen: CommentState }

export type ModerationActions = {
  decide: (comment: Comment & { state: CommentState }) => Promise<Decided>
  undo: (comment: Comment) => Promise<Decided>
}
