import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { ageBounds, type QueueFilter } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { COMMENT_STATES } from '@/domain/comments/states'
import { COUNTED } from '@/domain/counting'
import { countSome } from './counting'
import { conditionOf, walk } from './queue-walk'
import { comments } from './schema/comments'

/** How many comments stand in each state; from `COUNTED` on, so many or more. */
export async function countQueue(
  actor: Actor,
  filter: Partial<QueueFilter>,
  now: Date,
): Promise<Record<CommentState, number>> {
  const counts = { published: 0, held: 0, spam: 0, removed: 0 }
  if (!actorMay(actor, 'moderate')) return counts
  const any = { ...filter, state: undefined }
  if (any.text !== undefined || any.reported || any.appealed) {
    // words and reports are found whatever the state: one walk counts all four
    const { found } = await walk(any, { order: 'newest', from: null, limit: COUNTED * 5 }, now)
    for (const { state } of found) counts[state] = Math.min(counts[state] + 1, COUNTED)
    return counts
  }
  for (const state of COMMENT_STATES) counts[state] = await countIn({ ...any, state }, now)
  return counts
}

async function countIn(filter: QueueFilter, now: Date): Promise<number> {
  if (filter.reason !== undefined)
    return (await walk(filter, { order: 'newest', from: null, limit: COUNTED }, now)).found.length
  const where = await conditionOf(filter, ageBounds(filter.age, now))
  return where ? countSome(comments, where) : 0
}
