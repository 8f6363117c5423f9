import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { addressIn } from '@/domain/replace/address'
import { findIn, type Hit } from '@/domain/replace/find'
import { hitKey, type HitKey, MOST_ARTICLES, type SideName, type Warning } from '@/domain/replace/orders'
import { replaceIn } from '@/domain/replace/apply'
import type { ReplaceQuery } from '@/domain/replace/query'
import { fieldsOf, type RevisionInput } from '@/domain/revision'
import type { Db } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { articles, revisions } from './schema/articles'
import { people } from './schema/people'
import { replacedArticles, replacements } from './schema/replacing'
import { getSite } from './settings'

// few enough that a large text more does not keep visitors waiting
const ARTICLES_A_STEP = 25
const NAMES_MOST = 2_000

/** What a replacement would damage: asked for each article with hits. */
export type Examine = (before: RevisionInput, after: RevisionInput) => Promise<Warning[]>

/** Names that no replacement touches unless asked to. */
export async function listNames(): Promise<string[]> {
  const rows = await db().select({ name: people.name }).from(people).limit(NAMES_MOST)
  return [...rows.map(({ name }) => name), (await getSite()).name].filter((name) => name !== '')
}

/** The hits of one of an article's texts, each under its key. */
export type Side = { of: SideName; hits: (Hit & { key: HitKey })[] }

/** A text and its hits: what readers have, and the draft where that is another. */
export function sideOf(
  of: 'published' | 'draft',
  revision: RevisionInput,
  query: ReplaceQuery,
  names: readonly string[],
): Side {
  return { of, hits: findIn(revision, query, names).map((hit) => ({ ...hit, key: hitKey(of, hit.index) })) }
}

/** The address, where the words stand in it. */
export function addressSide(slug: string | null, query: ReplaceQuery): Side[] {
  const hit = slug === null ? null : addressIn(slug, query)
  return hit ? [{ of: 'address', hits: [{ ...hit, key: hitKey('address', hit.index) }] }] : []
}

type Row = {
  id: number
  slug: string | null
  state: string
  published: number | null
  draft: typeof revisions.$inferSelect
}

async function listNext(from: Db, { cursor, articleId, ownerId }: typeof replacements.$inferSelect) {
  return from
    .select({
      id: articles.id,
      slug: articles.slug,
      state: articles.state,
      published: articles.publishedRevisionId,
      draft: revisions,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(
      and(
        gt(articles.id, cursor),
        articleId === null ? undefined : eq(articles.id, articleId),
        ownerId === null ? undefined : eq(articles.ownerId, ownerId),
      ),
    )
    .orderBy(asc(articles.id))
    .limit(ARTICLES_A_STEP)
}

/** Looks through the next few articles. Returns whether there are more. */
export async function lookFurther(id: number, examine: Examine): Promise<boolean> {
  const [order] = await db().select().from(replacements).where(eq(replacements.id, id))
  if (order?.state !== 'searching') return false
  const rows = await listNext(db(), order)
  const names = await listNames()
  const others = await listOthers(rows)
  const room = MOST_ARTICLES - order.articles
  const found: (typeof replacedArticles.$inferInsert)[] = []
  let seen = 0
  let guarded = 0
  for (const row of rows) {
    if (found.length >= room) break
    seen++
    const published = row.state === 'published' ? row.published : null
    const texts = textsOf(row, others.get(published ?? 0))
    const sides = texts.map(({ of, revision }) => sideOf(of, revision, order.query, names))
    const address = addressSide(row.slug, order.query)
    const inTexts = sides.flatMap((side) => side.hits.filter(({ guard }) => guard === null))
    guarded += sides.reduce((sum, side) => sum + side.hits.length, 0) - inTexts.length
    const hits = [...inTexts, ...address.flatMap((side) => side.hits)]
    if (hits.length === 0) continue
    const [first] = texts.filter((_, i) => sides[i]?.hits.some(({ guard }) => guard === null))
    const own = sides.find(({ of }) => of === first?.of)?.hits.filter(({ guard }) => guard === null) ?? []
    const warnings = first ? await examine(first.revision, replaceIn(first.revision, own)) : []
    found.push({
      replacementId: id,
      articleId: row.id,
      hits: hits.length,
      // what would look damaged has to be asked for
      skipped: warnings.length > 0 ? hits.map(({ key }) => key) : [],
      warnings,
      draftBefore: row.draft.id,
      publishedBefore: published,
      slugBefore: address.length > 0 ? row.slug : null,
    })
  }
  const isLast = rows.length < ARTICLES_A_STEP || order.articles + found.length >= MOST_ARTICLES
  return transact(async (tx) => {
    const [now] = await tx.select().from(replacements).where(eq(replacements.id, id))
    // somebody else was faster
    if (now?.state !== 'searching' || now.cursor !== order.cursor) return now?.state === 'searching'
    if (found.length > 0) await tx.insert(replacedArticles).values(found)
    await tx
      .update(replacements)
      .set({
        cursor: rows[seen - 1]?.id ?? order.cursor,
        looked: order.looked + seen,
        articles: order.articles + found.length,
        hits: order.hits + found.reduce((sum, { hits }) => sum + hits, 0),
        guarded: order.guarded + guarded,
        state: isLast ? 'found' : 'searching',
      })
      .where(eq(replacements.id, id))
    return !isLast
  })
}

/** Leaves the rest to the worker. */
export const searchLater = (id: number, dueAt: Date): Promise<void> =>
  transact((tx) => enqueue(tx, 'find-text', { replacementId: id }, { dueAt, uniqueKey: `find-text:${id}` }))

/** What readers have of those articles whose draft is another text. */
async function listOthers(rows: Row[]): Promise<Map<number, typeof revisions.$inferSelect>> {
  const ids = rows.flatMap(({ state, published, draft }) =>
    state === 'published' && published !== null && published !== draft.id ? [published] : [],
  )
  if (ids.length === 0) return new Map()
  const found = await db().select().from(revisions).where(inArray(revisions.id, ids))
  return new Map(found.map((revision) => [revision.id, revision]))
}

/** What readers have first, then the draft. */
const textsOf = (
  { draft }: Pick<Row, 'draft'>,
  published: typeof revisions.$inferSelect | undefined,
): { of: 'published' | 'draft'; revision: RevisionInput }[] => [
  ...(published ? [{ of: 'published' as const, revision: fieldsOf(published) }] : []),
  { of: 'draft', revision: fieldsOf(draft) },
]
