import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { ageBounds, type QueueFilter } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { COMMENT_STATES } from '@/domain/comments/states'
import { COUNTED, tally, type Tally } from '@/domain/counting'
import { countSome } from './counting'
import { conditionOf, walk } from './queue-walk'
import { comments } from './schema/comments'

/** How many comments stand in each state; `atLeast` so many where looking for them stopped before the end. */
export async function countQueue(
  actor: Actor,
  filter: Partial<QueueFilter>,
  now: Date,
): Promise<Record<CommentState, Tally>> {
  const counts = { published: 0, held: 0, spam: 0, removed: 0 }
  if (!actorMay(actor, 'moderate')) return counts
  const any = { ...filter, state: undefined }
  if (any.text !== undefined || any.reported || any.appealed) {
    // words and reports are found whatever the state: one walk counts all four
    const limit = COUNTED * 5
    const { found, goOn } = await walk(any, { order: 'newest', from: null, limit }, now)
    for (const { state } of found) counts[state]++
    const isPart = goOn !== null || found.length === limit
    return eachState((state) => tally(counts[state], isPart))
  }
  const tallies = new Map<CommentState, Tally>()
  for (const state of COMMENT_STATES) tallies.set(state, await countIn({ ...any, state }, now))
  return eachState((state) => tallies.get(state) ?? 0)
}

const eachState = (of: (state: CommentState) => Tally): Record<CommentState, Tally> => ({
  published: of('published'),
  held: of('held'),
  spam: of('spam'),
  removed: of('removed'),
})

async function countIn(filter: QueueFilter, now: Date): Promise<Tally> {
  if (filter.reason !== undefined) {
    const { found, goOn } = await walk(filter, { order: 'newest', from: null, limit: COUNTED }, now)
    return tally(found.length, goOn !== null)
  }
  const where = await conditionOf(filter, ageBounds(filter.age, now))
  return where ? tally(await countSome(comments, where), false) : 0
}
