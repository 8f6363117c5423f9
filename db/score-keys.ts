import { and, eq } from 'drizzle-orm'
import type { ArticleState } from '@/domain/articles'
import { fieldsOf } from '@/domain/revision'
import type { Check } from '@/domain/score/check'
import { suggestionsIn } from '@/domain/score/mending'
import type { Passage } from '@/domain/score/waivers'
import type { Db, Tx } from './client'
import { articles, revisions } from './schema/articles'
import { skippedMends } from './schema/repairs'
import { scoreKeys, scores } from './schema/scores'
import { listWaived } from './waivers'

/** What an article is found by in the report. */
export const scoreKey = {
  all: 'all',
  /** Something in it can be mended with certainty, and nobody let it be. */
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
  isMendable: boolean
}

const keysOf = ({ state, ownerId, topicIds, peopleIds, checks, isMendable }: Found): string[] => [
  scoreKey.all,
  scoreKey.state(state),
  ...(ownerId === null ? [] : [scoreKey.owner(ownerId)]),
  ...topicIds.map(scoreKey.topic),
  ...peopleIds.map(scoreKey.person),
  ...checks.filter(({ points, of }) => points < of).map(({ id }) => scoreKey.check(id)),
  ...(isMendable ? [scoreKey.mend] : []),
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
  const isMendable = found !== undefined && (await isOpen(tx, articleId, counting ?? 0, found.checks))
  const keys = article && found ? keysOf({ ...found, ...article, isMendable }) : []
  const same = known.every((row) => row.total === total && keys.includes(row.key))
  if (same && known.length === keys.length) return
  await tx.delete(scoreKeys).where(eq(scoreKeys.articleId, articleId))
  if (keys.length > 0) await tx.insert(scoreKeys).values(keys.map((key) => ({ articleId, key, total })))
}

async function isOpen(tx: Tx, articleId: number, revisionId: number, checks: Check[]): Promise<boolean> {
  if (!checks.some(({ evidence }) => evidence.some(({ instead }) => instead !== undefined))) return false
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, revisionId))
  return (
    revision !== undefined &&
    suggestionsIn(checks, fieldsOf(revision), await listLetBe(articleId, tx)).length > 0
  )
}

/** What of an article is not suggested: what was waived, and what was skipped. */
export async function listLetBe(articleId: number, from: Db): Promise<Passage[]> {
  const { check, field, quote, context } = skippedMends
  const skipped = await from
    .select({ check, field, quote, context })
    .from(skippedMends)
    .where(eq(skippedMends.articleId, articleId))
  return [...(await listWaived(articleId, from)), ...skipped]
}

/** Until an article is scored anew nothing is suggested for it. */
export async function dropMendKey(tx: Tx, articleId: number): Promise<void> {
  await tx.delete(scoreKeys).where(and(eq(scoreKeys.articleId, articleId), eq(scoreKeys.key, scoreKey.mend)))
}
