import { desc, eq, inArray } from 'drizzle-orm'
import type { StaffActor } from '@/domain/actor'
import { fieldsOf } from '@/domain/revision'
import { reachOf } from '@/domain/roles'
import { type Suggestion, suggestionsIn } from '@/domain/score/mending'
import { type Db, db } from './client'
import { articles, revisions } from './schema/articles'
import { repairs } from './schema/repairs'
import { scores } from './schema/scores'
import { listLetBe } from './score-keys'
import { listWorst, type ReportRow } from './score-report'

type Texts = Pick<typeof articles.$inferSelect, 'state' | 'publishedRevisionId' | 'draftRevisionId'>

/** The revision that is scored for the report: what readers have, or else the draft. */
export const countingOf = ({ state, publishedRevisionId, draftRevisionId }: Texts) =>
  state === 'published' ? publishedRevisionId : draftRevisionId

/** What can be mended with certainty in a revision that was scored, and nobody let be. */
export async function listSuggestions(
  articleId: number,
  revisionId: number,
  from: Db = db(),
): Promise<Suggestion[]> {
  const [scored] = await from
    .select({ checks: scores.checks, revision: revisions })
    .from(scores)
    .innerJoin(revisions, eq(revisions.id, scores.revisionId))
    .where(eq(scores.revisionId, revisionId))
  return scored
    ? suggestionsIn(scored.checks, fieldsOf(scored.revision), await listLetBe(articleId, from))
    : []
}

export type Repairable = ReportRow & { revisionId: number; suggestions: Suggestion[] }

const PAGE = 10

/** The articles of which something can be mended with certainty, worst first. */
export async function listRepairable(
  actor: StaffActor,
  { after, limit = PAGE }: { after?: string | undefined; limit?: number },
  now: Date,
): Promise<{ items: Repairable[]; next: string | null }> {
  const { items, next } = await listWorst(actor, { mend: true }, { after: after ?? null, limit }, now)
  if (items.length === 0) return { items: [], next }
  const ids = items.map(({ id }) => id)
  const rows = await db()
    .select({
      id: articles.id,
      state: articles.state,
      publishedRevisionId: articles.publishedRevisionId,
      draftRevisionId: articles.draftRevisionId,
    })
    .from(articles)
    .where(inArray(articles.id, ids))
  const counting = new Map(rows.map((row) => [row.id, countingOf(row) ?? 0]))
  const found: Repairable[] = []
  for (const row of items) {
    const revisionId = counting.get(row.id) ?? 0
    const suggestions = await listSuggestions(row.id, revisionId)
    // it was changed a moment ago
    if (suggestions.length > 0) found.push({ ...row, revisionId, suggestions })
  }
  return { items: found, next }
}

export type Repair = Pick<
  typeof repairs.$inferSelect,
  'id' | 'articleId' | 'actor' | 'kind' | 'places' | 'decidedAt' | 'undoneBy' | 'undoneAt'
> & { title: string }

/** What was decided last, the newest first: by everybody, or by whoever reaches only their own articles. */
export function listRepairs(actor: StaffActor, limit = 10): Promise<Repair[]> {
  const { id, articleId, kind, places, decidedAt, undoneBy, undoneAt } = repairs
  const isAll = reachOf(actor.role, 'publish') === 'all'
  return db()
    .select({
      ...{ id, articleId, actor: repairs.actor, kind, places, decidedAt, undoneBy, undoneAt },
      title: revisions.title,
    })
    .from(repairs)
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(isAll ? undefined : eq(repairs.accountId, actor.accountId))
    .orderBy(desc(id))
    .limit(limit)
}
