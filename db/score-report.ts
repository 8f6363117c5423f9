import { and, asc, eq, gt, gte, inArray, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { type DeskState, deskState } from '@/domain/articles'
import type { Tally } from '@/domain/counting'
import { tally } from '@/domain/counting'
import { decodeCursor, encodeCursor } from '@/domain/paging'
import { reachOf } from '@/domain/roles'
import type { Part } from '@/domain/score/check'
import type { ReportFilter } from '@/domain/score/report'
import { db } from './client'
import { countSome } from './counting'
import { listPeopleByIds } from './people'
import { articles, revisions } from './schema/articles'
import { scoreKeys, scores, scoreWork } from './schema/scores'
import { scoreKey } from './score-keys'
import { listTopicsByIds } from './topics'

/** An article in the report, by the revision that counts: what readers have, or else the draft. */
export type ReportRow = {
  id: number
  title: string
  state: DeskState
  people: string[]
  topic: string | null
  total: number
  scoredAt: Date
  /** Something has changed since; it is being scored again. */
  isInDoubt: boolean
} & Record<Part, number | null>

export type Report = { items: ReportRow[]; next: string | null; isCut: boolean }

/** `mend`: only articles in which something can be mended with certainty. */
type Wanted = ReportFilter & { mend?: boolean }

const LOOKED_AT = 5_000
const AT_ONCE = 500
const NONE: Report = { items: [], next: null, isCut: false }

const totalKey = z.tuple([z.int().min(0).max(100), z.int().positive()])
type Key = z.infer<typeof totalKey>

/** What every article of the report has to be found by; the first is walked, and stands for the fewest. */
function keysFor(actor: Actor, { mend, check, topic, person, state }: Wanted): string[] | null {
  if (!actorMay(actor, 'read-drafts')) return null
  const isOwn = actor.kind === 'staff' && reachOf(actor.role, 'read-drafts') !== 'all'
  const keys = [
    mend && scoreKey.mend,
    check && scoreKey.check(check),
    topic && scoreKey.topic(topic),
    person && scoreKey.person(person),
    isOwn && scoreKey.owner(actor.personId),
    state && scoreKey.state(state),
  ].filter((key) => typeof key === 'string')
  return keys.length > 0 ? keys : [scoreKey.all]
}

/**
 * The articles that an actor may read, worst first. Of conditions that hardly any article meets together it looks at
 * some thousands, says so, and goes on where it is asked to.
 */
export async function listWorst(
  actor: Actor,
  filter: Wanted,
  { after, limit = 30 }: { after?: string | null; limit?: number },
  now: Date,
): Promise<Report> {
  const keys = keysFor(actor, filter)
  const [walked, ...others] = keys ?? []
  if (!walked) return NONE
  let key = decodeCursor(after, totalKey)
  const found: Key[] = []
  for (let looked = 0; found.length <= limit && looked < LOOKED_AT; looked += AT_ONCE) {
    const rows = await walk(walked, key, others.length === 0 ? limit + 1 : AT_ONCE)
    found.push(...(await keep(rows, others)))
    key = rows.at(-1) ?? key
    if (rows.length < AT_ONCE) return pageOf(found, limit, null, now)
  }
  return pageOf(found, limit, key, now)
}

async function walk(walked: string, after: Key | null, limit: number): Promise<Key[]> {
  const { key, total, articleId } = scoreKeys
  const beyond = after && and(gte(total, after[0]), or(gt(total, after[0]), gt(articleId, after[1])))
  const rows = await db()
    .select({ total, articleId })
    .from(scoreKeys)
    .where(and(eq(key, walked), beyond ?? undefined))
    .orderBy(asc(total), asc(articleId))
    .limit(limit)
  return rows.map((row) => [row.total, row.articleId])
}

/** Those of the articles that are found by all other keys too. */
async function keep(rows: Key[], others: string[]): Promise<Key[]> {
  let kept = rows
  for (const other of others) {
    if (kept.length === 0) return []
    const ids = kept.map(([, id]) => id)
    const having = await db()
      .select({ id: scoreKeys.articleId })
      .from(scoreKeys)
      .where(and(inArray(scoreKeys.articleId, ids), eq(scoreKeys.key, other)))
    const known = new Set(having.map(({ id }) => id))
    kept = kept.filter(([, id]) => known.has(id))
  }
  return kept
}

/** `goOn`: where the walk stopped before its end. */
async function pageOf(found: Key[], limit: number, goOn: Key | null, now: Date): Promise<Report> {
  const items = await listRows(
    found.slice(0, limit).map(([, id]) => id),
    now,
  )
  const isFull = found.length > limit
  const last = isFull ? found[limit - 1] : goOn
  return { items, next: last ? encodeCursor(last) : null, isCut: !isFull && goOn !== null }
}

async function listRows(ids: number[], now: Date): Promise<ReportRow[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select({
      id: articles.id,
      state: articles.state,
      publishAt: articles.publishAt,
      published: articles.publishedRevisionId,
      draft: articles.draftRevisionId,
      revisionId: scores.revisionId,
      title: revisions.title,
      peopleIds: revisions.peopleIds,
      topicIds: revisions.topicIds,
      total: scores.total,
      search: scores.search,
      readability: scores.readability,
      integrity: scores.integrity,
      scoredAt: scores.scoredAt,
      dueAt: scoreWork.dueAt,
    })
    .from(articles)
    .innerJoin(scores, eq(scores.articleId, articles.id))
    .innerJoin(revisions, eq(revisions.id, scores.revisionId))
    .leftJoin(scoreWork, eq(scoreWork.articleId, articles.id))
    .where(inArray(articles.id, ids))
  const people = await listPeopleByIds(rows.flatMap(({ peopleIds }) => peopleIds))
  const topics = await listTopicsByIds(rows.flatMap(({ topicIds }) => topicIds.slice(0, 1)))
  const byId = new Map<number, ReportRow>()
  for (const row of rows) {
    const counting = row.state === 'published' ? row.published : row.draft
    if (row.revisionId !== counting && byId.has(row.id)) continue
    const { id, title, total, search, readability, integrity, scoredAt } = row
    byId.set(id, {
      ...{ id, title, total, search, readability, integrity, scoredAt },
      state: deskState(row, now),
      people: row.peopleIds.flatMap((each) => people.get(each)?.name ?? []),
      topic: topics.get(row.topicIds[0] ?? 0)?.name ?? null,
      isInDoubt: (row.dueAt !== null && row.dueAt <= now) || row.revisionId !== counting,
    })
  }
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type Problem = { check: string; articles: Tally }

const MOST = 100
const PREFIX = scoreKey.check('')

/** Which checks found something, and in how many articles, the most frequent first. */
export async function listProblems(actor: Actor): Promise<Problem[]> {
  if (actor.kind === 'staff' && reachOf(actor.role, 'read-drafts') !== 'all') return []
  const problems: (Problem & { count: number })[] = []
  let last = PREFIX
  // from one key to the next, however many articles each stands for
  while (problems.length < MOST) {
    const [next] = await db()
      .select({ key: scoreKeys.key })
      .from(scoreKeys)
      .where(and(gt(scoreKeys.key, last), lt(scoreKeys.key, 'check;')))
      .orderBy(asc(scoreKeys.key))
      .limit(1)
    if (!next) break
    last = next.key
    const count = await countSome(scoreKeys, eq(scoreKeys.key, last))
    problems.push({ check: last.slice(PREFIX.length), count, articles: tally(count, false) })
  }
  return problems
    .toSorted((a, b) => b.count - a.count)
    .map(({ check, articles: tallied }) => ({ check, articles: tallied }))
}
