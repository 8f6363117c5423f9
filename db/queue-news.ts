import { inArray } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { NEWS_COUNTED, type QueueFilter } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { db } from './client'
import { type Changed, getChanged } from './moderation'
import { walk } from './queue-walk'
import { comments } from './schema/comments'

export type QueueNews = {
  /** Comments that the filter means and that were written since. */
  arrived: number
  /** Those of the comments one looks at that are no longer as one saw them. */
  changed: ({ id: number } & Changed)[]
}

/** What happened to a queue since it was opened. Cheap enough to be asked again and again. */
export async function getNews(
  actor: Actor,
  filter: QueueFilter,
  { since, seen }: { since: Date; seen: ReadonlyMap<number, CommentState> },
  now: Date,
): Promise<QueueNews> {
  if (!actorMay(actor, 'moderate')) return { arrived: 0, changed: [] }
  const { found } = await walk(filter, { order: 'newest', from: null, limit: NEWS_COUNTED }, now)
  const arrived = found.filter(({ createdAt }) => createdAt > since).length
  const rows =
    seen.size === 0
      ? []
      : await db()
          .select({ id: comments.id, state: comments.state })
          .from(comments)
          .where(inArray(comments.id, [...seen.keys()]))
  const moved = rows.filter(({ id, state }) => seen.get(id) !== state)
  const changed = await Promise.all(
    moved.map(async (row) => ({ id: row.id, ...(await getChanged(db(), row)) })),
  )
  return { arrived, changed }
}
