import type { CommentState } from './states'

/** What the author of a comment is told became of it. */
export function ownTitle({ state, decidedAt }: { state: CommentState; decidedAt: Date | null }): string {
  if (state === 'published') return 'Your comment is published'
  // a comment that only a rule put aside reads as held, so that machines learn nothing
  if (state === 'held' || decidedAt === null) return 'Your comment is waiting for an editor'
  return 'Your comment was not published'
}
