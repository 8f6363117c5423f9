import { eq, inArray } from 'drizzle-orm'
import { type Totals, totalsOf } from '@/domain/comments/counts'
import type { CommentState } from '@/domain/comments/states'
import type { Place } from '@/domain/discussion/places'
import { placesOf } from '@/domain/discussion/places'
import { stepThroughArticles } from './article-steps'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { touches } from './touches'

// What is kept beside the comments in the transactions that change them, worked out again from the comments alone.

export type Miscount = {
  articleId: number
  /** What the article keeps and what it should keep; null where that is right. */
  sum: { kept: Totals; right: Totals } | null
  places: { commentId: number; right: Place }[]
  /** Comments that answer one which is not there, or in the end themselves: nobody can see them. */
  lostIds: number[]
}

/** Counts every discussion again and answers those that were miscounted. */
export async function* listMiscounts(): AsyncGenerator<Miscount> {
  for await (const ids of stepThroughArticles()) yield* await compare(db(), ids)
}

/** Counts one discussion again and keeps what is right. */
export const mendCounts = (articleId: number): Promise<number> => transact((tx) => recount(tx, articleId))

/** As `mendCounts`, within a transaction; returns how many rows were wrong. */
export async function recount(tx: Tx, articleId: number): Promise<number> {
  // counted afresh: a server that is running may have moved on since it was looked at
  const wrong = await compare(tx, [articleId])
  for (const { sum, places } of wrong) {
    if (sum) await tx.update(articles).set(sum.right).where(eq(articles.id, articleId))
    for (const { commentId, right } of places)
      await tx.update(comments).set(right).where(eq(comments.id, commentId))
    await touches(tx, `comments:${articleId}`)
  }
  return rowsIn(wrong)
}

/** How many rows of a discussion, its article included, hold a wrong count. */
export const countWrong = async (articleId: number, from: Db): Promise<number> =>
  rowsIn(await compare(from, [articleId]))

const rowsIn = (miscounts: Miscount[]) =>
  miscounts.reduce((rows, { sum, places }) => rows + places.length + (sum ? 1 : 0), 0)

type Kept = {
  id: number
  parentId: number | null
  state: CommentState
  createdAt: Date
  afterClosing: boolean
  place: Place
}

async function compare(from: Db, articleIds: number[]): Promise<Miscount[]> {
  const sums = await from
    .select({ id: articles.id, commentCount: articles.commentCount, lastCommentAt: articles.lastCommentAt })
    .from(articles)
    .where(inArray(articles.id, articleIds))
  const rows = await from
    .select({
      articleId: comments.articleId,
      id: comments.id,
      parentId: comments.parentId,
      state: comments.state,
      createdAt: comments.createdAt,
      afterClosing: comments.afterClosing,
      place: {
        rootId: comments.rootId,
        depth: comments.depth,
        shown: comments.shown,
        replyCount: comments.replyCount,
        threadCount: comments.threadCount,
      },
    })
    .from(comments)
    .where(inArray(comments.articleId, articleIds))
  const byArticle = new Map<number, Kept[]>(articleIds.map((id) => [id, []]))
  for (const { articleId, ...row } of rows) byArticle.get(articleId)?.push(row)
  return sums
    .map(({ id, ...kept }) => miscount(id, kept, byArticle.get(id) ?? []))
    .filter(({ sum, places, lostIds }) => sum !== null || places.length + lostIds.length > 0)
}

function miscount(articleId: number, kept: Totals, rows: Kept[]): Miscount {
  const places = placesOf(rows)
  const right = totalsOf(rows)
  const isRight =
    kept.commentCount === right.commentCount &&
    kept.lastCommentAt?.getTime() === right.lastCommentAt?.getTime()
  return {
    articleId,
    sum: isRight ? null : { kept, right },
    places: rows.flatMap(({ id, place }) => {
      const there = places.get(id)
      return there && !isSame(place, there) ? [{ commentId: id, right: there }] : []
    }),
    lostIds: rows.filter(({ id }) => !places.has(id)).map(({ id }) => id),
  }
}

const isSame = (one: Place, other: Place) =>
  one.rootId === other.rootId &&
  one.depth === other.depth &&
  one.shown === other.shown &&
  one.replyCount === other.replyCount &&
  one.threadCount === other.threadCount
