import type { CommentState } from '@/domain/comments/states'

export type Counts = Record<CommentState, number>

/** What became of a decision. */
export type Decided =
  | { kind: 'done'; state: CommentState; counts: Counts }
  /** Somebody else decided first; nothing was changed. */
  | { kind: 'changed'; state: CommentState; by: string | null; counts: Counts }
  | { kind: 'refused'; sentence: string }

/** `seen`: the state that is decided about. `articleId`: the counts that come back are of this article. */
type Comment = { id: number; seen: CommentState; articleId?: number }

export type ModerationActions = {
  decide: (comment: Comment & { state: CommentState }) => Promise<Decided>
  undo: (comment: Comment) => Promise<Decided>
}
