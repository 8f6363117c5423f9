import { and, asc, desc, eq } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import type { QueueFilter } from '@/domain/comments/queue'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'
import type { Tally } from '@/domain/counting'
import { db } from './client'
import { subjectOf } from './moderation'
import { listItems, type QueueItem } from './queue'
import { countQueue } from './queue-counts'
import { walk } from './queue-walk'
import { comments } from './schema/comments'
import { audit } from './schema/journal'

const ANCESTORS = 6
const REPLIES = 10
const TRAIL = 50
const LAST = 6

/** A comment near the one that is looked at. */
export type Near = { id: number; name: string; isStaff: boolean; state: CommentState; source: string }

export type TrailEntry = { at: Date; actor: string; verb: string; before: unknown; after: unknown }

/** What else came from the same hand, as far as one of its marks tells. */
export type SameHand = {
  mark: 'reader' | 'email' | 'address'
  /** What the queue is narrowed by. */
  filter: Pick<QueueFilter, 'reader' | 'author' | 'near'>
  counts: Record<CommentState, Tally>
  last: QueueItem[]
}

/** All that moderators know of one comment. */
export type CommentFile = {
  item: QueueItem
  /** What it answers, from the top; of a long line only the nearest. */
  ancestors: Near[]
  /** The first answers to it, whatever became of them. */
  replies: Near[]
  /** What was decided about it, the newest first. */
  trail: TrailEntry[]
  hands: SameHand[]
}

export async function getFile(actor: Actor, id: number, now: Date): Promise<CommentFile | null> {
  if (!actorMay(actor, 'moderate')) return null
  const [item] = await listItems([id])
  const [row] = await db()
    .select({
      parentId: comments.parentId,
      readerId: comments.readerId,
      email: comments.email,
      addressHash: comments.addressHash,
    })
    .from(comments)
    .where(eq(comments.id, id))
  if (!item || !row) return null
  const { parentId, readerId, email, addressHash } = row
  const marks: Pick<SameHand, 'mark' | 'filter'>[] = []
  if (readerId !== null) marks.push({ mark: 'reader', filter: { reader: readerId } })
  if (email !== '') marks.push({ mark: 'email', filter: { author: email } })
  if (addressHash !== null) marks.push({ mark: 'address', filter: { near: id } })
  return {
    item,
    ancestors: await listAncestors(parentId),
    replies: await listReplies(id),
    trail: await listTrail(id),
    hands: await Promise.all(
      marks.map(async ({ mark, filter }) => ({
        mark,
        filter,
        counts: await countQueue(actor, filter, now),
        last: (await listLast(filter, now)).filter((other) => other.id !== id),
      })),
    ),
  }
}

const nearColumns = {
  id: comments.id,
  parentId: comments.parentId,
  personId: comments.personId,
  name: comments.name,
  state: comments.state,
  source: comments.source,
}
type NearRow = Omit<Near, 'isStaff'> & { parentId: number | null; personId: number | null }
const nearOf = ({ id, name, state, source, personId }: NearRow): Near => ({
  ...{ id, name, state, source },
  isStaff: personId !== null,
})

async function listAncestors(parentId: number | null): Promise<Near[]> {
  const found: Near[] = []
  let id = parentId
  while (id !== null && found.length < ANCESTORS) {
    const [row] = await db().select(nearColumns).from(comments).where(eq(comments.id, id))
    if (!row) break
    found.unshift(nearOf(row))
    id = row.parentId
  }
  return found
}

async function listReplies(id: number): Promise<Near[]> {
  const ofKind = (shown: boolean) =>
    db()
      .select(nearColumns)
      .from(comments)
      .where(and(eq(comments.parentId, id), eq(comments.shown, shown)))
      .orderBy(asc(comments.id))
      .limit(REPLIES)
  const rows = [...(await ofKind(true)), ...(await ofKind(false))]
  return rows
    .sort((one, other) => one.id - other.id)
    .slice(0, REPLIES)
    .map(nearOf)
}

const listTrail = (id: number): Promise<TrailEntry[]> =>
  db()
    .select({
      at: audit.at,
      actor: audit.actor,
      verb: audit.verb,
      before: audit.before,
      after: audit.after,
    })
    .from(audit)
    .where(eq(audit.subject, subjectOf(id)))
    .orderBy(desc(audit.id))
    .limit(TRAIL)

/** The last of every state, which no one index lists together. */
async function listLast(filter: SameHand['filter'], now: Date): Promise<QueueItem[]> {
  const found = await Promise.all(
    COMMENT_STATES.map((state) =>
      walk({ ...filter, state }, { order: 'newest', from: null, limit: LAST }, now),
    ),
  )
  const newest = found
    .flatMap(({ found }) => found)
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(0, LAST)
  return listItems(newest.map(({ id }) => id))
}
