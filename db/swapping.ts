import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { linksIn } from '@/domain/document/text'
import { fieldsOf } from '@/domain/revision'
import { handOf } from './audit'
import type { Tx } from './client'
import { type Cleared, stillHolds } from './gate'
import { putNames } from './public-names'
import { articles, links, publications, revisions } from './schema/articles'
import { audit } from './schema/journal'
import { doubt } from './score-work'
import { indexTitle } from './search'
import { touches } from './touches'
import { endOutdated, listWaivedIn } from './waivers'

/** The texts of an article: the draft, and what readers have; null where they have nothing. */
export type Texts = { draft: number; published: number | null }

/**
 * Other wording for an article that is otherwise the same: its people, topics, pictures and addresses of links.
 * `cleared` is null only where readers get nothing else.
 */
export type Swap = { articleId: number; from: Texts; to: Texts; cleared: Cleared | null }

type Article = typeof articles.$inferSelect

// far below the bound on variables in one statement
const BATCH = 100

/** Whether an article still has these texts, and readers still have that one. */
export const stands = (article: Article, { draft, published }: Texts) =>
  article.draftRevisionId === draft &&
  (article.state === 'published' ? article.publishedRevisionId === published : published === null)

/**
 * Puts texts in the place of others, as small corrections that start no clock again. As many articles as one
 * transaction has to carry: only what wording can change is written. Returns those that still had the old texts, and
 * whose new ones are still let through.
 */
export async function swap(
  tx: Tx,
  actor: Actor,
  { swaps, verb, reason }: { swaps: Swap[]; verb: string; reason: string },
  now: Date,
): Promise<Set<number>> {
  for (const { from, to, cleared } of swaps)
    if (to.published !== from.published && cleared?.revisionId !== to.published)
      throw new Error(`Revision ${to.published} was not let through`)
  const done = new Set<number>()
  for (let i = 0; i < swaps.length; i += BATCH) {
    const batch = swaps.slice(i, i + BATCH)
    const waived = await listWaivedIn(
      tx,
      batch.map(({ articleId }) => articleId),
    )
    const standing = await listCleared(await listStanding(tx, batch), waived)
    if (standing.length === 0) continue
    const peers: number[] = []
    for (const each of standing) peers.push(...(await replaceOne(tx, each, now)))
    const published = standing.filter(({ from, to }) => from.published !== to.published)
    if (published.length > 0)
      await tx
        .insert(publications)
        .values(
          published.flatMap(({ article, to }) =>
            to.published === null || article.publishAt === null
              ? []
              : [{ articleId: article.id, revisionId: to.published, publishAt: article.publishAt }],
          ),
        )
        .onConflictDoNothing()
    const requoted = await requote(tx, published)
    await endWaivers(
      tx,
      standing.filter(({ articleId }) => waived.has(articleId)),
      now,
    )
    await tx.insert(audit).values(
      standing.map(({ article, from, to }) => ({
        ...handOf(actor),
        ...{ at: now, verb, subject: `article:${article.id}`, before: from, after: to, reason },
      })),
    )
    const isShown = new Set(published.map(({ article }) => article.id))
    await doubt(tx, [...isShown, ...peers], now, { isPublic: true })
    const drafts = standing.map(({ article }) => article.id).filter((id) => !isShown.has(id))
    await doubt(tx, drafts, now, { isPublic: false })
    if (published.length > 0)
      await touches(
        tx,
        'articles',
        ...published.flatMap(({ article: { id, slug } }) => [`slug:${slug}`, `article:${id}`]),
        ...requoted.map((id) => `article:${id}`),
      )
    for (const { article } of standing) done.add(article.id)
  }
  return done
}

type Named = { title: string; keyphrase: string }
type Standing = Swap & { article: Article; draft: Named; shown: Named | null }

async function listStanding(tx: Tx, swaps: Swap[]): Promise<Standing[]> {
  const rows = await tx
    .select()
    .from(articles)
    .where(
      inArray(
        articles.id,
        swaps.map(({ articleId }) => articleId),
      ),
    )
  const ids = swaps.flatMap(({ to }) => [to.draft, to.published ?? 0])
  const named = await tx
    .select({ id: revisions.id, title: revisions.title, keyphrase: revisions.keyphrase })
    .from(revisions)
    .where(inArray(revisions.id, ids))
  const articleOf = new Map(rows.map((row) => [row.id, row]))
  const textOf = new Map(named.map((row) => [row.id, row]))
  return swaps.flatMap((each) => {
    const article = articleOf.get(each.articleId)
    const draft = textOf.get(each.to.draft)
    const shown = each.to.published === null ? null : textOf.get(each.to.published)
    // a text may have been thinned away by now
    if (!article || !draft || shown === undefined || !stands(article, each.from)) return []
    return [{ ...each, article, draft, shown }]
  })
}

/** Points an article at its new texts; returns the articles with which it shares or shared a name. */
async function replaceOne(
  tx: Tx,
  { article, from, to, draft, shown }: Standing,
  now: Date,
): Promise<number[]> {
  const { id, publishAt, firstPublishedAt } = article
  const isShown = from.published !== to.published
  const wasPublished = firstPublishedAt !== null && firstPublishedAt <= now
  await tx
    .update(articles)
    .set({
      draftRevisionId: to.draft,
      ...(isShown && { publishedRevisionId: to.published }),
      ...(isShown && wasPublished && { revisedAt: now }),
      updatedAt: now,
    })
    .where(eq(articles.id, id))
  await indexTitle(tx, id, { title: draft.title, ...(isShown && shown && { publicTitle: shown.title }) })
  return isShown && shown && publishAt ? putNames(tx, id, shown, publishAt) : []
}

/** Those that nobody's decision has stopped since they were read. */
async function listCleared(
  swaps: Standing[],
  waived: ReadonlyMap<number, ReadonlySet<number>>,
): Promise<Standing[]> {
  const kept: Standing[] = []
  for (const each of swaps)
    if (!each.cleared || (await stillHolds(each.cleared, waived.get(each.articleId) ?? new Set())))
      kept.push(each)
  return kept
}

/** What was let be about words that are gone counts again. */
async function endWaivers(tx: Tx, swaps: Standing[], now: Date): Promise<void> {
  for (const { articleId, to } of swaps) {
    const [text] = await tx.select().from(revisions).where(eq(revisions.id, to.draft))
    if (text) await endOutdated(tx, articleId, fieldsOf(text), now)
  }
}

/** Lets stored links quote the new text: their addresses are the same. Returns the articles that show another quote. */
async function requote(tx: Tx, swaps: Standing[]): Promise<number[]> {
  const ids = swaps.map(({ articleId }) => articleId)
  if (ids.length === 0) return []
  const rows = await tx.select().from(links).where(inArray(links.articleId, ids))
  const linked = new Set(rows.map(({ articleId }) => articleId))
  const shown: number[] = []
  for (const { articleId, to } of swaps.filter((each) => linked.has(each.articleId))) {
    const [text] = await tx
      .select({ document: revisions.document })
      .from(revisions)
      .where(eq(revisions.id, to.published ?? 0))
    if (!text || to.published === null) continue
    await tx.update(links).set({ revisionId: to.published }).where(eq(links.articleId, articleId))
    const quotes = new Map(linksIn(text.document).map(({ position, quote }) => [position, quote]))
    for (const row of rows.filter((each) => each.articleId === articleId)) {
      const quote = quotes.get(row.position)
      if (quote === undefined || quote === row.quote) continue
      await tx
        .update(links)
        .set({ quote })
        .where(and(eq(links.articleId, articleId), eq(links.position, row.position)))
      if (row.targetArticleId !== null) shown.push(row.targetArticleId)
    }
  }
  return shown
}
