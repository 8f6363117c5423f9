import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Check, Part, Score } from '@/domain/score/check'
import { RULES_VERSION } from '@/domain/score/version'
import type { Tx } from './client'
import { db, transact } from './client'
import { articles } from './schema/articles'
import { scores, scoreWork } from './schema/scores'
import { putKeys } from './score-keys'
import { getWork, scoreTag, settle } from './score-work'
import { getScorePolicy } from './settings'
import { holdsUntil, touches, tracks } from './touches'

/** The figures of a score. */
export type ScoreView = { total: number; rulesVersion: number } & Record<Part, number | null>

const figures = {
  total: scores.total,
  search: scores.search,
  readability: scores.readability,
  integrity: scores.integrity,
  rulesVersion: scores.rulesVersion,
}

const ofWhatReadersHave = and(
  eq(scores.articleId, articles.id),
  eq(scores.revisionId, articles.publishedRevisionId),
)

/** Found by the rules that hold, of articles some of which may be in doubt. */
async function byPresentRules(articleIds: number[]) {
  tracks(...articleIds.map(scoreTag))
  const requiresCredit = (await getScorePolicy()).requireCredit === 'on'
  return and(
    inArray(articles.id, articleIds),
    eq(scores.rulesVersion, RULES_VERSION),
    eq(scores.requiresCredit, requiresCredit),
  )
}

/** Nothing that counts has changed since, and nothing does before what `holdsUntil` says. */
function stands({ publicAt }: { publicAt: Date | null }, now: Date): boolean {
  if (publicAt !== null && publicAt <= now) return false
  holdsUntil(publicAt)
  return true
}

/** The scores of what readers have, by article. One that may be old is left out. */
export async function listScores(articleIds: number[], now: Date): Promise<Map<number, ScoreView>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db()
    .select({ articleId: scores.articleId, publicAt: scoreWork.publicAt, score: figures })
    .from(articles)
    .innerJoin(scores, ofWhatReadersHave)
    .leftJoin(scoreWork, eq(scoreWork.articleId, articles.id))
    .where(await byPresentRules(articleIds))
  return new Map(rows.filter((row) => stands(row, now)).map(({ articleId, score }) => [articleId, score]))
}

export type ExplainedScore = ScoreView & { checks: Check[]; scoredAt: Date }

/** The score of what readers have with all that was found; null where it may be old. */
export async function getExplained(articleId: number, now: Date): Promise<ExplainedScore | null> {
  const [row] = await db()
    .select({
      publicAt: scoreWork.publicAt,
      score: { ...figures, scoredAt: scores.scoredAt, checks: scores.checks },
    })
    .from(articles)
    .innerJoin(scores, ofWhatReadersHave)
    .leftJoin(scoreWork, eq(scoreWork.articleId, articles.id))
    .where(await byPresentRules([articleId]))
  return row && stands(row, now) ? row.score : null
}

/** What decides whether scoring a revision again could find anything else. */
export type Basis = { hash: string; rulesVersion: number; requiresCredit: boolean }

export async function getBasis(revisionId: number): Promise<Basis | null> {
  const [row] = await db()
    .select({
      hash: scores.inputHash,
      rulesVersion: scores.rulesVersion,
      requiresCredit: scores.requiresCredit,
    })
    .from(scores)
    .where(eq(scores.revisionId, revisionId))
  return row ?? null
}

/** A revision that was looked at; `score` is null where what is stored of it still holds. */
export type Scored = { revisionId: number; basis: Basis; score: Score | null; holdsUntil: Date | null }

/**
 * Stores what was found of an article, unless something that counts has changed since `mark`: then the next scoring is
 * on its way. Returns whether anything is new.
 */
export function store(
  articleId: number,
  { mark, revisions }: { mark: number; revisions: Scored[] },
  now: Date,
): Promise<'overtaken' | 'changed' | 'same'> {
  const write = async (tx: Tx): Promise<'overtaken' | 'changed' | 'same'> => {
    const work = await getWork(articleId, tx)
    if ((work?.mark ?? 0) !== mark) return 'overtaken'
    await tx.delete(scores).where(
      and(
        eq(scores.articleId, articleId),
        notInArray(
          scores.revisionId,
          revisions.map(({ revisionId }) => revisionId),
        ),
      ),
    )
    for (const scored of revisions) await put(tx, articleId, scored, now)
    const isNew = revisions.some(({ score }) => score !== null)
    await putKeys(tx, articleId)
    const instants = revisions.flatMap(({ holdsUntil }) => holdsUntil?.getTime() ?? [])
    await settle(tx, articleId, instants.length > 0 ? new Date(Math.min(...instants)) : null)
    if (isNew || work?.publicAt) await touches(tx, scoreTag(articleId))
    return isNew ? 'changed' : 'same'
  }
  // lost with the power, it is found once more
  return transact(write, { lasts: false })
}

async function put(tx: Tx, articleId: number, { revisionId, basis, score }: Scored, now: Date) {
  if (!score) return
  const { total, search, readability, integrity, checks } = score
  const found = {
    ...{ total, search, readability, integrity, checks },
    rulesVersion: score.rulesVersion,
    requiresCredit: basis.requiresCredit,
    inputHash: basis.hash,
    scoredAt: now,
  }
  await tx
    .insert(scores)
    .values({ articleId, revisionId, ...found })
    .onConflictDoUpdate({ target: [scores.articleId, scores.revisionId], set: found })
}
