import { and, eq } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { articlePath, slugInPath } from '@/domain/articles'
import { type ImportedMention, isOwnSource, readImport } from '@/domain/mentions/import'
import { type Db, transact, type Tx } from './client'
import { isKeptName } from './kept-names'
import { getRedirect } from './redirects'
import { articles } from './schema/articles'
import { mentions } from './schema/mentions'
import { doubt } from './score-work'
import { touches } from './touches'

export type MentionImported =
  /** `known`: it stood there already, and stays as it is. */
  | { kind: 'stored' | 'known'; id: number }
  /** Its source is an article of ours: that mentions the other one by its links, and is not kept twice. */
  | { kind: 'own'; articleId: number }
  | { kind: 'refused'; reason: 'forbidden' | 'missing' | 'source' }

/**
 * Stores a mention that another system received, as it stood there; nobody looks at its page. Articles are imported
 * first, so that it is known which sources are ours.
 */
export async function importMention(
  actor: Actor,
  given: ImportedMention,
  { site, now }: { site: URL; now: Date },
): Promise<MentionImported> {
  if (!actorMay(actor, 'moderate')) return { kind: 'refused', reason: 'forbidden' }
  const read = readImport(given)
  if (!read) return { kind: 'refused', reason: 'source' }
  const { articleId, source, state, at, ...said } = read
  return transact(async (tx) => {
    const [article] = await tx
      .select({ slug: articles.slug })
      .from(articles)
      .where(eq(articles.id, articleId))
    if (!article) return { kind: 'refused', reason: 'missing' }
    const [known] = await tx
      .select({ id: mentions.id, state: mentions.state })
      .from(mentions)
      .where(and(eq(mentions.articleId, articleId), eq(mentions.source, source)))
    const ownId = isOwnSource(source, site) ? await getArticleAt(tx, new URL(source).pathname) : null
    if (ownId !== null) {
      if (known) await tx.delete(mentions).where(eq(mentions.id, known.id))
      if (known?.state === 'published') await tell(tx, articleId, now)
      return { kind: 'own', articleId: ownId }
    }
    if (known) return { kind: 'known', id: known.id }
    const [row] = await tx
      .insert(mentions)
      .values({
        ...said,
        // who could be taken for somebody of the house is known by their site
        authorName: (await isKeptName(said.authorName)) ? '' : said.authorName,
        articleId,
        source,
        target: new URL(article.slug === null ? '/' : articlePath(article.slug), site).href,
        kind: 'mention',
        state,
        reasons: [],
        publishedAt: at,
        receivedAt: at,
        askedAt: now,
      })
      .returning({ id: mentions.id })
    if (!row) throw new Error('The database stored no mention')
    if (state === 'published') await tell(tx, articleId, now)
    return { kind: 'stored', id: row.id }
  })
}

/** The article that a path of ours leads to, directly or from an address that it had before. */
async function getArticleAt(from: Db, path: string): Promise<number | null> {
  const slug = slugInPath((await getRedirect(path, from)) ?? path)
  if (slug === null) return null
  const [row] = await from.select({ id: articles.id }).from(articles).where(eq(articles.slug, slug))
  return row?.id ?? null
}

/** Readers see something else, and nobody saw the link: that counts for the score. */
async function tell(tx: Tx, articleId: number, now: Date): Promise<void> {
  await touches(tx, `article:${articleId}`)
  await doubt(tx, [articleId], now, { isPublic: true })
}
