import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { StaffActor } from '@/domain/actor'
import { replaceIn } from '@/domain/replace/apply'
import { hitKey, type HitState, type Warning } from '@/domain/replace/orders'
import {
  fieldsOf,
  hasBody,
  hasTitle,
  revisionInput,
  type RevisionInput,
  sameRevision,
} from '@/domain/revision'
import { findIn } from '@/domain/replace/find'
import type { Stopper } from '@/domain/score/judgement'
import { record } from './audit'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { addRevision } from './editing'
import { type Cleared, clearedBefore, passRewording, type Reworded } from './gate'
import { listNames } from './replace-search'
import { listUnmovable, moveAll, moveBack, moveOf, newAddress } from './replace-addresses'
import { getReplacement, type Replacement } from './replacing'
import { articles, revisions } from './schema/articles'
import { replacedArticles, replacements } from './schema/replacing'
import { stands, type Swap, swap } from './swapping'

type Row = typeof replacedArticles.$inferSelect
type Article = typeof articles.$inferSelect

export type ApplyResult =
  | { kind: 'done'; changed: number; left: number }
  | { kind: 'missing' }
  | { kind: 'refused'; reason: 'not-found-yet' | 'undone' }

// writing the new texts down takes longest, and holds nobody up in small portions
const PREPARED_AT_ONCE = 10
const MOST_WARNINGS = 5
const UNCHECKED: Warning = { quote: '', why: 'The new text could not be checked.' }

const LEFT: ReadonlySet<HitState> = new Set(['overtaken', 'refused', 'stopped'])

/**
 * Replaces what was approved: first the new revisions are written, which nobody sees, and those for readers pass the
 * gate; then one transaction puts them in the place of the old ones. Articles that the gate stops, or that somebody
 * changed since they were looked through, are left.
 */
export async function apply(actor: StaffActor, id: number, clock: () => Date): Promise<ApplyResult> {
  const order = await getReplacement(actor, id)
  if (!order) return { kind: 'missing' }
  if (order.state !== 'found') return { kind: 'refused', reason: 'not-found-yet' }
  await prepareAll(actor, order, clock)
  const letThrough = await passAll(id, clock)
  return transact(async (tx) => {
    const again = await getReplacement(actor, id, tx)
    if (again?.state !== 'found') return { kind: 'refused', reason: 'not-found-yet' }
    const now = clock()
    const rows = await listRows(tx, id, 0)
    const written = rows.filter(
      ({ draftAfter, publishedAfter, slugAfter }) => draftAfter ?? publishedAfter ?? slugAfter,
    )
    const unmovable = await listUnmovable(tx, actor, written.map(moveOf), now)
    const done = await swap(
      tx,
      actor,
      {
        swaps: written.flatMap((row) => (unmovable.has(row.articleId) ? [] : clearedSwap(row, letThrough))),
        verb: 'article.replace',
        reason: sentenceOf(order.query),
      },
      now,
    )
    const changedRows = written.filter(({ articleId }) => done.has(articleId))
    await moveAll(tx, actor, changedRows.map(moveOf), now)
    const overtaken = written.filter(({ articleId }) => !done.has(articleId))
    await drop(tx, overtaken)
    await settle(tx, overtaken, 'overtaken')
    await settle(tx, changedRows, 'applied')
    const changed = done.size
    const left = overtaken.length + rows.filter(({ state }) => LEFT.has(state)).length
    await tx
      .update(replacements)
      .set({ state: 'applied', appliedAt: now, changed })
      .where(eq(replacements.id, id))
    await record(tx, actor, now, {
      verb: 'replacement.apply',
      subject: `replacement:${id}`,
      after: { ...order.query, changed, left },
    })
    return { kind: 'done', changed, left }
  })
}

/** Takes a replacement back in one transaction; articles that somebody changed since keep what they have. */
export function undo(actor: StaffActor, id: number, now: Date): Promise<ApplyResult> {
  return transact(async (tx) => {
    const order = await getReplacement(actor, id, tx)
    if (!order) return { kind: 'missing' }
    if (order.state !== 'applied') return { kind: 'refused', reason: 'undone' }
    const rows = (await listRows(tx, id, 0)).filter(({ state }) => state === 'applied')
    const unmovable = await listUnmovable(tx, actor, rows.map(moveBack), now)
    const done = await swap(
      tx,
      actor,
      {
        swaps: rows.filter(({ articleId }) => !unmovable.has(articleId)).map(backwards),
        verb: 'article.replace-undo',
        reason: `Took back: ${sentenceOf(order.query)}`,
      },
      now,
    )
    const restoredRows = rows.filter(({ articleId }) => done.has(articleId))
    await moveAll(tx, actor, restoredRows.map(moveBack), now)
    await settle(tx, restoredRows, 'undone')
    await settle(
      tx,
      rows.filter(({ articleId }) => !done.has(articleId)),
      'kept',
    )
    const restored = done.size
    const kept = rows.length - restored
    await tx
      .update(replacements)
      .set({ state: 'undone', restored, undoneBy: actor.name, undoneAt: now })
      .where(eq(replacements.id, id))
    await record(tx, actor, now, {
      verb: 'replacement.undo',
      subject: `replacement:${id}`,
      after: { restored, kept },
    })
    return { kind: 'done', changed: restored, left: kept }
  })
}

const listRows = (from: Db, id: number, after: number, limit = 1_000): Promise<Row[]> =>
  from
    .select()
    .from(replacedArticles)
    .where(and(eq(replacedArticles.replacementId, id), gt(replacedArticles.articleId, after)))
    .orderBy(asc(replacedArticles.articleId))
    .limit(limit)

async function settle(tx: Tx, rows: Row[], state: HitState): Promise<void> {
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0)
    await tx.update(replacedArticles).set({ state }).where(inArray(replacedArticles.id, ids))
}

/** What was written and came to nothing. */
async function drop(tx: Tx, rows: Row[]): Promise<void> {
  const ids = rows.flatMap(({ draftAfter, publishedAfter }) => [draftAfter ?? 0, publishedAfter ?? 0])
  if (ids.length > 0) await tx.delete(revisions).where(inArray(revisions.id, ids))
}

const forwards = (row: Row): Omit<Swap, 'cleared'> => {
  const from = { draft: row.draftBefore, published: row.publishedBefore }
  return {
    articleId: row.articleId,
    from,
    to: { draft: row.draftAfter ?? from.draft, published: row.publishedAfter ?? from.published },
  }
}

/** None where readers would get what was not let through: it was written anew meanwhile. */
function clearedSwap(row: Row, letThrough: ReadonlyMap<number, Cleared>): Swap[] {
  const { publishedAfter } = row
  if (publishedAfter === null) return [{ ...forwards(row), cleared: null }]
  const cleared = letThrough.get(publishedAfter)
  return cleared ? [{ ...forwards(row), cleared }] : []
}

/** Readers had the text before, and can always get it back. */
const backwards = (row: Row): Swap => {
  const { articleId, from, to } = forwards(row)
  const cleared = from.published === null ? null : clearedBefore({ id: from.published })
  return { articleId, from: to, to: from, cleared }
}

const sentenceOf = ({ find, replacement }: Replacement['query']) => `“${find}” replaced by “${replacement}”`

async function prepareAll(actor: StaffActor, order: Replacement, clock: () => Date): Promise<void> {
  const names = await listNames()
  for (let after = 0, isMore = true; isMore;) {
    const rows = await transact(async (tx) => {
      const some = await listRows(tx, order.id, after, PREPARED_AT_ONCE)
      for (const row of some) await prepare(tx, actor, order, row, names, clock())
      return some
    })
    after = rows.at(-1)?.articleId ?? after
    isMore = rows.length === PREPARED_AT_ONCE
    await new Promise(setImmediate)
  }
}

/** Has each text that readers would get pass the gate; drops what it stops, and says why. */
async function passAll(id: number, clock: () => Date): Promise<Map<number, Cleared>> {
  const letThrough = new Map<number, Cleared>()
  for (let after = 0, isMore = true; isMore;) {
    const rows = await listRows(db(), id, after, PREPARED_AT_ONCE)
    for (const row of rows) {
      if (row.publishedAfter === null) continue
      const passed = await passOne(row, clock())
      if (passed.kind === 'cleared') letThrough.set(passed.cleared.revisionId, passed.cleared)
      else await stop(row, passed.problems)
    }
    after = rows.at(-1)?.articleId ?? after
    isMore = rows.length === PREPARED_AT_ONCE
  }
  return letThrough
}

async function passOne({ articleId, publishedBefore, publishedAfter }: Row, now: Date): Promise<Reworded> {
  const article = await getArticle(db(), articleId)
  const [before, after] = [
    await getRevision(db(), publishedBefore ?? 0),
    await getRevision(db(), publishedAfter ?? 0),
  ]
  if (!article || !before || !after) return { kind: 'stopped', problems: null }
  return passRewording({ article, before, after }, now)
}

const stop = (row: Row, problems: Stopper[] | null): Promise<void> =>
  transact(async (tx) => {
    await drop(tx, [row])
    const warnings = problems?.slice(0, MOST_WARNINGS).map(({ quote, why }) => ({ quote, why })) ?? [
      UNCHECKED,
    ]
    await tx
      .update(replacedArticles)
      .set({ state: 'stopped', warnings, draftAfter: null, publishedAfter: null, slugAfter: null })
      .where(eq(replacedArticles.id, row.id))
  })

/** Writes the new texts of an article, unless they are written already or it was changed meanwhile. */
async function prepare(
  tx: Tx,
  actor: StaffActor,
  { query }: Replacement,
  row: Row,
  names: string[],
  now: Date,
): Promise<void> {
  if (row.state !== 'found' || row.draftAfter !== null || row.publishedAfter !== null) return
  const article = await getArticle(tx, row.articleId)
  if (!article || !stands(article, forwards(row).from)) return settle(tx, [row], 'overtaken')
  const isOne = row.publishedBefore === row.draftBefore
  const written = async (
    of: 'published' | 'draft',
    revisionId: number,
  ): Promise<number | null | 'refused'> => {
    const revision = await getRevision(tx, revisionId)
    if (!revision) return null
    const before = fieldsOf(revision)
    const approved = findIn(before, query, names).filter(
      ({ guard, index }) => guard === null && !row.skipped.includes(hitKey(of, index)),
    )
    const after = replaceIn(before, approved)
    if (approved.length === 0 || sameRevision(before, after)) return null
    const input = allowed(after, row.publishedBefore !== null && (isOne || of === 'published'))
    return input
      ? addRevision(tx, actor, { articleId: row.articleId, input, reason: 'replace' }, now)
      : 'refused'
  }
  const published =
    row.publishedBefore === null || isOne ? null : await written('published', row.publishedBefore)
  const draft = published === 'refused' ? null : await written('draft', row.draftBefore)
  if (published === 'refused' || draft === 'refused') {
    if (typeof published === 'number') await tx.delete(revisions).where(eq(revisions.id, published))
    await settle(tx, [row], 'refused')
    return
  }
  await tx
    .update(replacedArticles)
    .set({
      draftAfter: draft,
      publishedAfter: isOne ? draft : published,
      slugAfter: newAddress(row, query),
    })
    .where(eq(replacedArticles.id, row.id))
}

/** The revision where an article may be given it; null where it is too long, or readers would get nothing. */
function allowed(after: RevisionInput, isForReaders: boolean): RevisionInput | null {
  const parsed = revisionInput.safeParse(after)
  if (!parsed.success) return null
  return isForReaders && !(hasTitle(parsed.data) && hasBody(parsed.data)) ? null : parsed.data
}

async function getArticle(from: Db, articleId: number): Promise<Article | null> {
  const [article] = await from.select().from(articles).where(eq(articles.id, articleId))
  return article ?? null
}

async function getRevision(from: Db, id: number): Promise<typeof revisions.$inferSelect | null> {
  const [revision] = await from.select().from(revisions).where(eq(revisions.id, id))
  return revision ?? null
}
