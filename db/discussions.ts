import type { DiscussionFacts, DiscussionState } from '@/domain/discussion/state'
import { discussionState } from '@/domain/discussion/state'
import { articles } from './schema/articles'
import { getPolicy } from './settings'
import { holdsUntil, tracks } from './touches'

/** The columns that decide about the discussion of an article. */
export const factColumns = {
  id: articles.id,
  state: articles.state,
  publishAt: articles.publishAt,
  discussion: articles.discussion,
  discussionClosesAt: articles.discussionClosesAt,
  discussionCloseAfterDays: articles.discussionCloseAfterDays,
  discussionReopensAt: articles.discussionReopensAt,
  discussionChangedAt: articles.discussionChangedAt,
  discussionThreads: articles.discussionThreads,
  discussionReplies: articles.discussionReplies,
  discussionMentions: articles.discussionMentions,
  renewedAt: articles.renewedAt,
  lastCommentAt: articles.lastCommentAt,
}
export type FactRow = { id: number } & DiscussionFacts

/** The states of the discussions of articles whose facts were read already, by id. */
export async function statesOf(rows: FactRow[], now: Date): Promise<Map<number, DiscussionState>> {
  const policy = await getPolicy()
  return new Map(
    rows.map((row) => {
      tracks(`article:${row.id}`, `comments:${row.id}`)
      const state = discussionState(row, policy, now)
      holdsUntil(state.changesAt)
      return [row.id, state]
    }),
  )
}
