import { eq, inArray } from 'drizzle-orm'
import { finderIn, fragmentOf, leadingQuote, locate, type Passage } from '@/domain/comments/quotes'
import { plainText } from '@/domain/document/text'
import { type Db, db } from './client'
import { articles, revisions } from './schema/articles'

/** What a comment quotes of a revision at its beginning; null where that is nothing. */
export async function passageIn(
  from: Db,
  revisionId: number | null,
  source: string,
): Promise<Passage | null> {
  const quote = leadingQuote(source)
  if (quote === null || revisionId === null) return null
  const [revision] = await from
    .select({ document: revisions.document })
    .from(revisions)
    .where(eq(revisions.id, revisionId))
  return revision ? locate(quote, plainText(revision.document)) : null
}

/** The same of what readers are given now, with the revision that this is. */
export async function passageNow(
  articleId: number,
  source: string,
): Promise<{ revisionId: number | null; passage: Passage | null }> {
  if (leadingQuote(source) === null) return { revisionId: null, passage: null }
  const revisionId = (await publishedRevisions([articleId])).get(articleId) ?? null
  return { revisionId, passage: await passageIn(db(), revisionId, source) }
}

export type PassageView = Passage & {
  /** What follows the address of the article, to be shown the passage there. */
  fragment: string
  /** The article still says it. */
  isThere: boolean
}

type Quoting = { id: number; articleId: number; revisionId: number | null; passage: Passage | null }

/** What comments quote, by id, and whether it still stands in their article. One text is read, and only for what was quoted of another. */
export async function passagesOf(rows: Quoting[]): Promise<Map<number, PassageView>> {
  const quoting = rows.flatMap(({ passage, ...row }) => (passage ? [{ ...row, passage }] : []))
  if (quoting.length === 0) return new Map()
  const current = await publishedRevisions(quoting.map(({ articleId }) => articleId))
  const isOld = quoting.filter(({ articleId, revisionId }) => current.get(articleId) !== revisionId)
  const finders = await findersOf(isOld.flatMap(({ articleId }) => current.get(articleId) ?? []))
  return new Map(
    quoting.map(({ id, articleId, revisionId, passage }) => {
      const now = current.get(articleId)
      const isThere = now === revisionId || (now !== undefined && (finders.get(now)?.(passage) ?? false))
      return [id, { ...passage, fragment: fragmentOf(passage), isThere }]
    }),
  )
}

async function publishedRevisions(articleIds: number[]): Promise<Map<number, number>> {
  const rows = await db()
    .select({ id: articles.id, revisionId: articles.publishedRevisionId })
    .from(articles)
    .where(inArray(articles.id, [...new Set(articleIds)]))
  return new Map(rows.flatMap(({ id, revisionId }) => (revisionId === null ? [] : [[id, revisionId]])))
}

async function findersOf(revisionIds: number[]): Promise<Map<number, ReturnType<typeof finderIn>>> {
  if (revisionIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: revisions.id, document: revisions.document })
    .from(revisions)
    .where(inArray(revisions.id, [...new Set(revisionIds)]))
  return new Map(rows.map(({ id, document }) => [id, finderIn(plainText(document))]))
}
