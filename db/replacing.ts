import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Actor, StaffActor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { type Listing, page } from '@/domain/paging'
import type { HitKey } from '@/domain/replace/orders'
import type { ReplaceQuery } from '@/domain/replace/query'
import { fieldsOf } from '@/domain/revision'
import { reachOf } from '@/domain/roles'
import { handOf, record } from './audit'
import type { Db } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { addressSide, listNames, type Side, sideOf } from './replace-search'
import { articles, revisions } from './schema/articles'
import { replacedArticles, replacements } from './schema/replacing'

export type Replacement = typeof replacements.$inferSelect

type Refused = { kind: 'refused'; reason: 'forbidden' }

/** Whose articles somebody may change and give to readers: null for all; false for nobody's. */
function ownerFor(actor: Actor): number | null | false {
  if (actor.kind !== 'staff' || !actorMay(actor, 'publish') || !actorMay(actor, 'write')) return false
  return reachOf(actor.role, 'publish') === 'all' ? null : actor.personId
}

/** Begins to look for words, in one article or in all that the actor may change. Changes none of them. */
export function begin(
  actor: StaffActor,
  { query, articleId }: { query: ReplaceQuery; articleId: number | null },
  now: Date,
): Promise<{ kind: 'done'; id: number } | Refused> {
  return transact(async (tx) => {
    const ownerId = ownerFor(actor)
    if (ownerId === false) return { kind: 'refused', reason: 'forbidden' }
    const [row] = await tx
      .insert(replacements)
      .values({ ...handOf(actor), query, articleId, ownerId, state: 'searching', startedAt: now })
      .returning({ id: replacements.id })
    if (!row) throw new Error('The look for words was not stored')
    await record(tx, actor, now, {
      verb: 'replacement.search',
      subject: `replacement:${row.id}`,
      after: { ...query, articleId },
    })
    await enqueue(
      tx,
      'find-text',
      { replacementId: row.id },
      { dueAt: now, uniqueKey: `find-text:${row.id}` },
    )
    return { kind: 'done', id: row.id }
  })
}

/** A replacement that the actor may see: everybody's where all articles are theirs to change, else their own. */
export async function getReplacement(actor: Actor, id: number, from: Db = db()): Promise<Replacement | null> {
  const ownerId = ownerFor(actor)
  if (ownerId === false) return null
  const [row] = await from.select().from(replacements).where(eq(replacements.id, id))
  return row && (ownerId === null || row.ownerId === ownerId) ? row : null
}

/** The last ones, the newest first. */
export async function listReplacements(actor: StaffActor, limit = 10): Promise<Replacement[]> {
  const ownerId = ownerFor(actor)
  if (ownerId === false) return []
  return db()
    .select()
    .from(replacements)
    .where(ownerId === null ? undefined : eq(replacements.accountId, actor.accountId))
    .orderBy(desc(replacements.id))
    .limit(limit)
}

export type FoundArticle = Pick<
  typeof replacedArticles.$inferSelect,
  'articleId' | 'state' | 'hits' | 'skipped' | 'warnings'
> & { title: string; isPublic: boolean; sides: Side[] }

const PAGE = 20

/** The articles with hits, as they were found, each hit in its context. */
export async function listFound(
  { id, query }: Replacement,
  { after, limit = PAGE }: { after: number; limit?: number },
): Promise<Listing<FoundArticle>> {
  const rows = await db()
    .select()
    .from(replacedArticles)
    .where(and(eq(replacedArticles.replacementId, id), gt(replacedArticles.articleId, after)))
    .orderBy(asc(replacedArticles.articleId))
    .limit(limit + 1)
  const listed = page(rows, limit, (last) => [last.articleId])
  const ids = listed.items.flatMap(({ draftBefore, publishedBefore }) => [draftBefore, publishedBefore ?? 0])
  const texts = new Map(
    (ids.length === 0 ? [] : await db().select().from(revisions).where(inArray(revisions.id, ids))).map(
      (text) => [text.id, text],
    ),
  )
  const names = await listNames()
  const items = listed.items.map(({ draftBefore, publishedBefore, slugBefore, ...row }): FoundArticle => {
    const draft = texts.get(draftBefore)
    const published = publishedBefore === draftBefore ? undefined : texts.get(publishedBefore ?? 0)
    const sides = [
      ...(published ? [sideOf('published', fieldsOf(published), query, names)] : []),
      ...(draft ? [sideOf('draft', fieldsOf(draft), query, names)] : []),
      ...addressSide(slugBefore, query),
    ]
    return { ...row, title: (published ?? draft)?.title ?? '', isPublic: publishedBefore !== null, sides }
  })
  return { items, next: listed.next }
}

/** The title of the article that is looked through alone; null where the actor may not read it. */
export async function getScope(
  actor: StaffActor,
  articleId: number,
): Promise<{ id: number; title: string } | null> {
  const ownerId = ownerFor(actor)
  if (ownerId === false) return null
  const [row] = await db()
    .select({ id: articles.id, title: revisions.title, ownerId: articles.ownerId })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(eq(articles.id, articleId))
  return row && (ownerId === null || row.ownerId === ownerId) ? { id: row.id, title: row.title } : null
}

/** Leaves hits of an article as they are, or takes them in again. */
export function setSkipped(
  actor: Actor,
  id: number,
  { articleId, skipped }: { articleId: number; skipped: HitKey[] },
): Promise<{ kind: 'done' } | { kind: 'missing' }> {
  return transact(async (tx) => {
    const order = await getReplacement(actor, id, tx)
    if (!order || (order.state !== 'found' && order.state !== 'searching')) return { kind: 'missing' }
    await tx
      .update(replacedArticles)
      .set({
        state: 'found',
        skipped: [...new Set(skipped)],
        draftAfter: null,
        publishedAfter: null,
        slugAfter: null,
      })
      .where(and(eq(replacedArticles.replacementId, id), eq(replacedArticles.articleId, articleId)))
    return { kind: 'done' }
  })
}

export type Summary = {
  /** What would be replaced if it were carried out now. */
  hits: number
  articles: number
  /** Articles whose new text would look damaged. */
  warned: number
  outcomes: Partial<Record<FoundArticle['state'], number>>
}

/** What is approved, and what came of the articles of a replacement. */
export async function summarise(id: number): Promise<Summary> {
  const { state, hits, skipped, warnings } = replacedArticles
  const rows = await db()
    .select({ state, hits, skipped, warnings })
    .from(replacedArticles)
    .where(eq(replacedArticles.replacementId, id))
  const summary: Summary = { hits: 0, articles: 0, warned: 0, outcomes: {} }
  for (const row of rows) {
    summary.outcomes[row.state] = (summary.outcomes[row.state] ?? 0) + 1
    if (row.warnings.length > 0) summary.warned++
    const approved = row.hits - row.skipped.length
    if (approved <= 0) continue
    summary.hits += approved
    summary.articles++
  }
  return summary
}
