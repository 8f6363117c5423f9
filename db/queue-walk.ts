import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import { z } from 'zod'
import { ageBounds, type QueueFilter } from '@/domain/comments/queue'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { idKey, instantKey } from '@/domain/paging'
import { isAppealed, listAppealed } from './appeals'
import { db } from './client'
import { newerThan, olderThan } from './keyset'
import { isReported, listReported } from './reports'
import { comments } from './schema/comments'
import { among, listCommentsSaying } from './search'

/** The queue's filter, where the state may be any. */
export type Wanted = Omit<QueueFilter, 'state'> & { state?: CommentState }

/** Where a walk goes on: by time, or by id alone for words, reports and appeals, whose indexes know that order. */
export const walkKey = z.union([instantKey, idKey])
export type WalkKey = z.infer<typeof walkKey>

export type Found = { id: number; state: CommentState; createdAt: Date }
type Row = Found & { reasons: CommentReason[] }

type Walk = { order: 'newest' | 'oldest'; from: WalkKey | null; limit: number }

// no index knows reasons, and words are found whatever the state: such a walk looks at so many comments and says so
const LOOKED_AT = 5_000
const AT_FIRST = 500

export const keyOf = (wanted: Wanted, { id, createdAt }: Found): WalkKey =>
  isByTime(wanted) ? [createdAt, id] : id

const isByTime = ({ text, reported, appealed }: Wanted) => text === undefined && !reported && !appealed

/**
 * The comments that a filter means, in order. `goOn`: it looked at as many as it may before it had `limit` of them,
 * and where the rest begins.
 */
export async function walk(
  wanted: Wanted,
  { order, from, limit }: Walk,
  now: Date,
): Promise<{ found: Found[]; goOn: WalkKey | null }> {
  const { reason, age } = wanted
  const inTime = isByTime(wanted)
  const bounds = ageBounds(age, now)
  const step = inTime ? byTime : byId(wanted)
  // where time orders the walk, the bound of an age may be where it begins
  const edge = inTime ? bounds[order === 'newest' ? 'until' : 'from'] : undefined
  const where = await conditionOf(wanted, edge ? {} : bounds)
  if (!where) return { found: [], goOn: null }
  let key = edge ? beyondEdge(order, from, edge) : from
  let looked = 0
  let size = reason === undefined && inTime ? limit : Math.max(AT_FIRST, limit)
  const found: Found[] = []
  do {
    const { rows, last } = await step(where, { order, from: key, limit: size })
    found.push(...rows.filter(({ reasons }) => !reason || reasons.some(({ rule }) => rule === reason)))
    looked += size
    size = LOOKED_AT - looked
    key = last
  } while (key !== null && found.length < limit && size > 0)
  return { found: found.slice(0, limit), goOn: found.length < limit ? key : null }
}

function beyondEdge(order: Walk['order'], from: WalkKey | null, edge: Date): WalkKey {
  const isNewest = order === 'newest'
  const isBeyond = Array.isArray(from) && (isNewest ? from[0] <= edge : from[0] >= edge)
  return isBeyond ? from : [edge, isNewest ? Number.MAX_SAFE_INTEGER : 0]
}

type Step = (where: SQL, walk: Walk) => Promise<{ rows: Row[]; last: WalkKey | null }>

const columns = {
  id: comments.id,
  state: comments.state,
  createdAt: comments.createdAt,
  reasons: comments.reasons,
}

const byTime: Step = async (where, { order, from, limit }) => {
  const { createdAt, id } = comments
  const [beyond, sort] = order === 'newest' ? [olderThan, desc] : [newerThan, asc]
  const rows = await db()
    .select(columns)
    .from(comments)
    .where(and(where, Array.isArray(from) ? beyond(createdAt, id, from) : undefined))
    .orderBy(sort(createdAt), sort(id))
    .limit(limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { rows, last: last ? [last.createdAt, last.id] : null }
}

const byId =
  ({ text, reported, appealed }: Wanted): Step =>
  async (where, { order, from, limit }) => {
    const span = { after: typeof from === 'number' ? from : null, order, limit }
    const ids = await (text !== undefined
      ? listCommentsSaying(text, span)
      : reported
        ? listReported(span)
        : listAppealed(span))
    if (ids.length === 0) return { rows: [], last: null }
    const isWanted = and(
      where,
      reported ? isReported(db()) : undefined,
      appealed ? isAppealed(db()) : undefined,
    )
    const rows = await db()
      .select(columns)
      .from(comments)
      .where(among(ids, isWanted ?? where))
    const byId = new Map(rows.map((row) => [row.id, row]))
    const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
    return { rows: inOrder, last: ids.length === limit ? (ids.at(-1) ?? null) : null }
  }

/** What the tables themselves can be asked; null where nothing can match. */
export async function conditionOf(
  { state, article, author, reader, near }: Wanted,
  { from, until }: ReturnType<typeof ageBounds>,
): Promise<SQL | null> {
  const address = near === undefined ? undefined : await addressOf(near)
  if (address === null) return null
  const all = and(
    state === undefined ? undefined : eq(comments.state, state),
    article === undefined ? undefined : eq(comments.articleId, article),
    author === undefined ? undefined : eq(comments.email, author),
    reader === undefined ? undefined : eq(comments.readerId, reader),
    address === undefined ? undefined : eq(comments.addressHash, address),
    from && gte(comments.createdAt, from),
    until && lte(comments.createdAt, until),
  )
  return all ?? gte(comments.id, 0)
}

async function addressOf(commentId: number): Promise<string | null> {
  const [row] = await db()
    .select({ hash: comments.addressHash })
    .from(comments)
    .where(eq(comments.id, commentId))
  return row?.hash ?? null
}
