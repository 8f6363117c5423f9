import type { Check, Score } from '@/domain/score/check'
import { RULES_VERSION } from '@/domain/score/version'
import { db } from './client'
import { articles } from './schema/articles'
import { eq } from 'drizzle-orm'
import { getWork } from './score-work'
import { store } from './scores'

/** A score as if it had been found; `found` names the checks that are not passed. */
export const scoreOf = (total: number, found: string[] = []): Score => ({
  total,
  search: total,
  readability: null,
  integrity: total,
  rulesVersion: RULES_VERSION,
  checks: found.map((id): Check => ({ id, part: 'integrity', points: 0, of: 10, evidence: [] })),
})

/** A score that is certain of one mend: what the first words of the text become. */
export const scoreOfMend = (quote: string, instead: string): Score => {
  const where = { field: 'body', block: 0, from: 0, to: quote.length } as const
  const evidence = [{ where, quote, why: 'Something else stood here.', mend: 'Put it back.', instead }]
  const check: Check = { id: 'replacement-pronoun', part: 'integrity', points: 0, of: 10, evidence }
  return { ...scoreOf(40), checks: [check] }
}

/** Gives an article a score, for what readers have and for its draft. */
export async function giveScore(articleId: number, score: Score, now: Date): Promise<void> {
  const [article] = await db()
    .select({ published: articles.publishedRevisionId, draft: articles.draftRevisionId })
    .from(articles)
    .where(eq(articles.id, articleId))
  const ids = [...new Set([article?.published, article?.draft])].filter((id) => typeof id === 'number')
  const basis = { hash: `${score.total}`, rulesVersion: RULES_VERSION, requiresCredit: false }
  const mark = (await getWork(articleId))?.mark ?? 0
  const revisions = ids.map((revisionId) => ({ revisionId, basis, score, holdsUntil: null }))
  await store(articleId, { mark, revisions }, now)
}
