import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { decodeCursor, idKey, type Listing, page } from '@/domain/paging'
import type { RevisionInput } from '@/domain/revision'
import { readDocument } from '@/domain/score/reading'
import type { WaiverInput } from '@/domain/score/waiver-input'
import { countPlaces, isSame, mayWaive, type Passage, textsOf, type Waived } from '@/domain/score/waivers'
import { handOf, record } from './audit'
import { type Db, db, transact, type Tx } from './client'
import { articles, revisions } from './schema/articles'
import { doubt } from './score-work'
import { waivers } from './schema/waivers'
import { getGate } from './settings'
import { type Denied, factsOf, getSubject } from './subject'

/** How many problems of one article may be let be at a time. */
export const WAIVERS_MAX = 200
const ENDED_SHOWN = 50

const passage = {
  id: waivers.id,
  check: waivers.check,
  field: waivers.field,
  quote: waivers.quote,
  context: waivers.context,
}
const standing = (articleId: number) => and(eq(waivers.articleId, articleId), isNull(waivers.endedAt))

/** What of an article was let be and still is. */
export const listWaived = (articleId: number, from: Db = db()): Promise<Waived[]> =>
  from.select(passage).from(waivers).where(standing(articleId)).orderBy(asc(waivers.id)).limit(WAIVERS_MAX)

/** The waivers of articles that stand, by article; those without any are left out. */
export async function listWaivedIn(tx: Tx, articleIds: number[]): Promise<Map<number, Set<number>>> {
  const rows = await tx
    .select({ id: waivers.id, articleId: waivers.articleId })
    .from(waivers)
    .where(and(inArray(waivers.articleId, articleIds), isNull(waivers.endedAt)))
  const byArticle = new Map<number, Set<number>>()
  for (const { id, articleId } of rows)
    byArticle.set(articleId, (byArticle.get(articleId) ?? new Set()).add(id))
  return byArticle
}

export type WaiverView = Passage & {
  id: number
  reason: string
  actor: string
  waivedAt: Date
  endedAt: Date | null
  /** null where the text changed. */
  endedBy: string | null
}

const view = {
  ...passage,
  reason: waivers.reason,
  actor: waivers.actor,
  waivedAt: waivers.waivedAt,
  endedAt: waivers.endedAt,
  endedBy: waivers.endedBy,
}

/** The waivers of an article: those that stand, and the last that ended. */
export async function listWaivers(articleId: number): Promise<WaiverView[]> {
  const list = () => db().select(view).from(waivers)
  const active = await list().where(standing(articleId)).orderBy(asc(waivers.id)).limit(WAIVERS_MAX)
  const ended = await list()
    .where(and(eq(waivers.articleId, articleId), isNotNull(waivers.endedAt)))
    .orderBy(desc(waivers.endedAt), desc(waivers.id))
    .limit(ENDED_SHOWN)
  return [...active, ...ended]
}

/** Those of all articles, the newest first, with the titles that their writers see. */
export async function listAllWaivers(
  after: string | null,
  limit = 30,
): Promise<Listing<WaiverView & { articleId: number; title: string }>> {
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select({ ...view, articleId: waivers.articleId, title: revisions.title })
    .from(waivers)
    .innerJoin(articles, eq(articles.id, waivers.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(key ? lt(waivers.id, key) : undefined)
    .orderBy(desc(waivers.id))
    .limit(limit + 1)
  return page(rows, limit, (last) => last.id)
}

export type WaiveResult =
  | { kind: 'done'; id: number }
  | Denied
  /** The text says something else by now. */
  | { kind: 'refused'; reason: 'changed' | 'too-many' }

/** Lets a problem of the draft be, until the words that it is about change. */
export function waive(actor: Actor, articleId: number, input: WaiverInput, now: Date): Promise<WaiveResult> {
  const { reason, ...about } = input
  return transact(async (tx) => {
    const subject = await getSubject(articleId, tx)
    if (!subject) return { kind: 'missing' }
    if (!mayWaive(actor, (await getGate()).waivers, factsOf(actor, subject, now)))
      return { kind: 'refused', reason: 'forbidden' }
    const { article, draft } = subject
    const places = countPlaces(about, textsOf(draft, article.slug, readDocument(draft.document).blocks))
    if (places === 0) return { kind: 'refused', reason: 'changed' }
    const waived = await listWaived(articleId, tx)
    const same = waived.filter((each) => isSame(each, about))
    const last = same.at(-1)
    if (last && same.length >= places) return { kind: 'done', id: last.id }
    if (waived.length >= WAIVERS_MAX) return { kind: 'refused', reason: 'too-many' }
    const [row] = await tx
      .insert(waivers)
      .values({ articleId, ...about, reason, ...handOf(actor), waivedAt: now })
      .returning({ id: waivers.id })
    if (!row) throw new Error('The waiver was not stored')
    await doubt(tx, [articleId], now, { isPublic: false })
    await record(tx, actor, now, {
      verb: 'article.waive',
      subject: `article:${articleId}`,
      after: { waiverId: row.id, ...about },
      reason,
    })
    return { kind: 'done', id: row.id }
  })
}

/** Takes a waiver back: what it was about counts again. */
export function endWaiver(
  actor: Actor,
  articleId: number,
  waiverId: number,
  now: Date,
): Promise<{ kind: 'done' } | Denied> {
  return transact(async (tx) => {
    const subject = await getSubject(articleId, tx)
    const waiver = (await listWaived(articleId, tx)).find(({ id }) => id === waiverId)
    if (!subject || !waiver) return { kind: 'missing' }
    if (!mayWaive(actor, (await getGate()).waivers, factsOf(actor, subject, now)))
      return { kind: 'refused', reason: 'forbidden' }
    await tx
      .update(waivers)
      .set({ endedAt: now, endedBy: handOf(actor).actor })
      .where(eq(waivers.id, waiverId))
    await doubt(tx, [articleId], now, { isPublic: false })
    await record(tx, actor, now, {
      verb: 'article.end-waiver',
      subject: `article:${articleId}`,
      before: { waiverId, check: waiver.check, quote: waiver.quote, context: waiver.context },
    })
    return { kind: 'done' }
  })
}

/** Ends the waivers of words that a new draft does not have any more, in the transaction that stores it. */
export async function endOutdated(tx: Tx, articleId: number, draft: RevisionInput, now: Date): Promise<void> {
  const waived = await listWaived(articleId, tx)
  if (waived.length === 0) return
  const [article] = await tx.select({ slug: articles.slug }).from(articles).where(eq(articles.id, articleId))
  const texts = textsOf(draft, article?.slug ?? null, readDocument(draft.document).blocks)
  const kept: Waived[] = []
  for (const each of waived) {
    const same = kept.filter((other) => isSame(other, each))
    if (same.length < countPlaces(each, texts)) kept.push(each)
    else await tx.update(waivers).set({ endedAt: now }).where(eq(waivers.id, each.id))
  }
}
