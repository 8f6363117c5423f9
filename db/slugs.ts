import { eq } from 'drizzle-orm'
import { articlePath } from '@/domain/articles'
import { isReservedSlug, numberedSlug, slugify } from '@/domain/slug'
import type { Tx } from './client'
import { articles } from './schema/articles'
import { redirects } from './schema/site'

const NAMELESS = 'article'

/** Which article answers, or will answer, at an address. */
export async function ownerOfSlug(tx: Tx, slug: string): Promise<number | null> {
  const [row] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
  return row?.id ?? null
}

/** An address made from a title that nothing lives at and that no old link leads from. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugify(title) || NAMELESS
  for (let n = 1; ; n++) {
    const slug = numberedSlug(base, n)
    if (isReservedSlug(slug) || (await ownerOfSlug(tx, slug)) !== null) continue
    const moved = await tx.$count(redirects, eq(redirects.fromPath, articlePath(slug)))
    if (moved === 0) return slug
  }
}
