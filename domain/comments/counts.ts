import type { CommentState } from './states'

export type CountedComment = { id: number; parentId: number | null; state: CommentState; createdAt: Date }

/** What is kept beside a comment so that nobody has to count when a page is read. */
export type CommentCounts = {
  /** Published, or a tombstone above something shown. */
  shown: boolean
  /** Shown direct replies. */
  replyCount: number
  /** Of a root: everything shown beneath it; 0 for a reply. */
  threadCount: number
}

export type DiscussionCounts = {
  /** Published comments, replies included; tombstones are none. */
  comments: number
  lastCommentAt: Date | null
  byId: Map<number, CommentCounts>
}

/** Counts a whole discussion anew. Replies have higher ids than what they answer. */
export function countDiscussion(comments: CountedComment[]): DiscussionCounts {
  const parents = new Map(comments.map(({ id, parentId }) => [id, parentId]))
  const byId = new Map<number, CommentCounts>()
  const countsOf = (id: number) => {
    const known = byId.get(id) ?? { shown: false, replyCount: 0, threadCount: 0 }
    byId.set(id, known)
    return known
  }
  let published = 0
  let lastCommentAt: Date | null = null
  for (const { id, parentId, state, createdAt } of comments.toSorted((a, b) => b.id - a.id)) {
    const counts = countsOf(id)
    counts.shown = state === 'published' || counts.replyCount > 0
    if (state === 'published') {
      published++
      if (!lastCommentAt || createdAt > lastCommentAt) lastCommentAt = createdAt
    }
    if (parentId === null) continue
    const beneath = counts.threadCount + (counts.shown ? 1 : 0)
    counts.threadCount = 0
    if (!parents.has(parentId)) continue
    const parent = countsOf(parentId)
    parent.threadCount += beneath
    if (counts.shown) parent.replyCount++
  }
  return { comments: published, lastCommentAt, byId }
}
