import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { articlePath, slugInPath } from '@/domain/articles'
import type { StoredDocument } from '@/domain/document/stored'
import { linksIn } from '@/domain/document/text'
import type { Tx } from './client'
import { articles, links } from './schema/articles'
import { redirects } from './schema/site'

// far below the bound on variables in one statement
const BATCH = 500

const only = <T>(values: (T | null)[]): T[] => [...new Set(values)].filter((value) => value !== null)

/** Which of our articles each slug leads to today, over redirects too. */
async function resolve(tx: Tx, slugs: string[]): Promise<Map<string, number>> {
  const direct = await slugsToIds(tx, slugs)
  const moved = slugs.filter((slug) => !direct.has(slug))
  if (moved.length === 0) return direct
  const rows = await tx
    .select({ from: redirects.fromPath, to: redirects.toPath })
    .from(redirects)
    .where(inArray(redirects.fromPath, moved.map(articlePath)))
  const ids = await slugsToIds(tx, only(rows.map(({ to }) => slugInPath(to))))
  for (const { from, to } of rows) {
    const id = ids.get(slugInPath(to) ?? '')
    if (id !== undefined) direct.set(slugInPath(from) ?? '', id)
  }
  return direct
}

async function slugsToIds(tx: Tx, slugs: string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map()
  const rows = await tx
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(inArray(articles.slug, slugs))
  return new Map(rows.flatMap(({ id, slug }) => (slug === null ? [] : [[slug, id]])))
}

/** The articles that an article mentions by its stored links. */
export async function listTargets(tx: Tx, articleId: number): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: links.targetArticleId })
    .from(links)
    .where(eq(links.articleId, articleId))
  return only(rows.map((row) => row.id))
}

/** Takes the links of an article away; returns the articles that it mentioned. */
export async function dropLinks(tx: Tx, articleId: number): Promise<number[]> {
  const targets = await listTargets(tx, articleId)
  await tx.delete(links).where(eq(links.articleId, articleId))
  return targets
}

/** Writes the links of the revision that readers get from `publishAt` on; returns the articles that are or were mentioned. */
export async function writeLinks(
  tx: Tx,
  { articleId, revisionId, publishAt }: { articleId: number; revisionId: number; publishAt: Date },
  document: StoredDocument,
): Promise<number[]> {
  const before = await dropLinks(tx, articleId)
  const found = linksIn(document).map((link) => ({ ...link, targetSlug: slugInPath(link.href) }))
  const ids = await resolve(tx, only(found.map(({ targetSlug }) => targetSlug)))
  const rows = found.map((link) => ({
    ...link,
    articleId,
    revisionId,
    publishAt,
    targetArticleId: ids.get(link.targetSlug ?? '') ?? null,
  }))
  for (let i = 0; i < rows.length; i += BATCH) await tx.insert(links).values(rows.slice(i, i + BATCH))
  return only([...before, ...rows.map((row) => row.targetArticleId)])
}

/**
 * Lets the links that name an address lead to the article which lives there from now on, or to none;
 * returns the articles that are or were mentioned by them.
 */
export async function leadLinks(tx: Tx, slug: string, articleId: number | null): Promise<number[]> {
  const target = links.targetArticleId
  const elsewhere = articleId === null ? isNotNull(target) : or(isNull(target), ne(target, articleId))
  const misled = and(eq(links.targetSlug, slug), elsewhere)
  const before = await tx.selectDistinct({ id: target }).from(links).where(misled)
  if (before.length === 0) return []
  await tx.update(links).set({ targetArticleId: articleId }).where(misled)
  return only([...before.map((row) => row.id), articleId])
}
