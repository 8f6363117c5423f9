import type { CommentState } from './states'

type Counted = { state: CommentState; createdAt: Date; afterClosing: boolean }

/** What an article keeps of its comments, in the names of its columns. */
export type Totals = {
  /** Published, replies included; tombstones are none. */
  commentCount: number
  /** The newest published one that was written while the discussion was open: no other starts its clock again. */
  lastCommentAt: Date | null
}

export function totalsOf(comments: readonly Counted[]): Totals {
  const published = comments.filter(({ state }) => state === 'published')
  const newest = published
    .filter(({ afterClosing }) => !afterClosing)
    .reduce<Date | null>((last, { createdAt }) => (last && last >= createdAt ? last : createdAt), null)
  return { commentCount: published.length, lastCommentAt: newest }
}
