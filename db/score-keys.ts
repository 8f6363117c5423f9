import { eq } from 'drizzle-orm'
import type { ArticleState } from '@/domain/articles'
import type { Check } from '@/domain/score/check'
import type { Tx } from './client'
import { articles, revisions } from './schema/articles'
import { scoreKeys, scores } from './schema/scores'

/** What an article is found by in the report. */
export const scoreKey = {
  all: 'all',
  /** Something in it can be mended with certainty. */
  mend: 'mend',
  state: (state: ArticleState) => `state:${state}`,
  topic: (id: number) => `topic:${id}`,
  person: (id: number) => `person:${id}`,
  owner: (personId: number) => `owner:${personId}`,
  check: (id: string) => `check:${id}`,
}

type Found = {
  state: ArticleState
  ownerId: number | null
  topicIds: number[]
  peopleIds: number[]
  checks: Check[]
}

const keysOf = ({ state, ownerId, topicIds, peopleIds, checks }: Found): string[] => [
  scoreKey.all,
  scoreKey.state(state),
  ...(ownerId === null ? [] : [scoreKey.owner(ownerId)]),
  ...topicIds.map(scoreKey.topic),
  ...peopleIds.map(scoreKey.person),
  ...checks.filter(({ points, of }) => points < of).map(({ id }) => scoreKey.check(id)),
  ...(checks.some(({ evidence }) => evidence.some(({ instead }) => instead !== undefined))
    ? [scoreKey.mend]
    : []),
]

/** Lets the report find an article by the revision that counts: what readers have, or else the draft. */
export async function putKeys(tx: Tx, articleId: number): Promise<void> {
  const [article] = await tx
    .select({
      state: articles.state,
      published: articles.publishedRevisionId,
      draft: articles.draftRevisionId,
      ownerId: articles.ownerId,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
  const counting = article?.state === 'published' ? article.published : article?.draft
  const [found] = await tx
    .select({
      topicIds: revisions.topicIds,
      peopleIds: revisions.peopleIds,
      checks: scores.checks,
      total: scores.total,
    })
    .from(scores)
    .innerJoin(revisions, eq(revisions.id, scores.revisionId))
    .where(eq(scores.revisionId, counting ?? 0))
  const known = await tx
    .select({ key: scoreKeys.key, total: scoreKeys.total })
    .from(scoreKeys)
    .where(eq(scoreKeys.articleId, articleId))
  const total = found?.total ?? 0
  const keys = article && found ? keysOf({ ...found, state: article.state, ownerId: article.ownerId }) : []
  const same = known.every((row) => row.total === total && keys.includes(row.key))
  if (same && known.length === keys.length) return
  await tx.delete(scoreKeys).where(eq(scoreKeys.articleId, articleId))
  if (keys.length > 0) await tx.insert(scoreKeys).values(keys.map((key) => ({ articleId, key, total })))
}
