import { and, eq, inArray, isNull } from 'drizzle-orm'
import { thin, thinAfter } from '@/domain/thinning'
import type { Tx } from './client'
import { transact } from './client'
import { enqueue } from './jobs'
import { articles, publications, revisions } from './schema/articles'
import { repairs } from './schema/repairs'
import { replacedArticles } from './schema/replacing'

// far below the bound on variables in one statement
const BATCH = 500

/** Leaves it to the worker to thin the saves of an article once they are a day old. */
export const thinLater = (tx: Tx, articleId: number, now: Date): Promise<void> =>
  enqueue(
    tx,
    'thin-revisions',
    { articleId },
    { dueAt: thinAfter(now), uniqueKey: `thin-revisions:${articleId}` },
  )

/** Drops the saves that the rule does not keep, and asks for the next time while there may be more to drop. */
export function thinRevisions(articleId: number, now: Date): Promise<void> {
  return transact(async (tx) => {
    const saves = await tx
      .select({ id: revisions.id, createdAt: revisions.createdAt })
      .from(revisions)
      .where(eq(revisions.articleId, articleId))
    const kept = await listKept(tx, articleId)
    const { drop, again } = thin(
      saves.map((save) => ({ ...save, kept: kept.has(save.id) })),
      now,
    )
    for (let i = 0; i < drop.length; i += BATCH)
      await tx.delete(revisions).where(inArray(revisions.id, drop.slice(i, i + BATCH)))
    if (again) await thinLater(tx, articleId, now)
  })
}

async function listKept(tx: Tx, articleId: number): Promise<Set<number | null>> {
  const [article] = await tx
    .select({ draft: articles.draftRevisionId, published: articles.publishedRevisionId })
    .from(articles)
    .where(eq(articles.id, articleId))
  const given = await tx
    .select({ id: publications.revisionId })
    .from(publications)
    .where(eq(publications.articleId, articleId))
  // what an undo would give back
  const replaced = await tx
    .select({ id: replacedArticles.draftBefore })
    .from(replacedArticles)
    .where(and(eq(replacedArticles.articleId, articleId), eq(replacedArticles.state, 'applied')))
  const repaired = await tx
    .select({ id: repairs.draftBefore })
    .from(repairs)
    .where(and(eq(repairs.articleId, articleId), isNull(repairs.undoneAt)))
  return new Set([
    article?.draft ?? null,
    ...repaired.map(({ id }) => id),
    ...replaced.map(({ id }) => id),
    article?.published ?? null,
    ...given.map(({ id }) => id),
  ])
}
