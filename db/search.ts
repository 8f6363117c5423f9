import type { SQL } from 'drizzle-orm'
import { and, eq, sql } from 'drizzle-orm'
import { integer, table, text } from './columns'
import type { Tx } from './client'

// full-text tables are SQLite's own: the one table that migrations make by hand and the schema does not name
export const articleTitles = table('article_titles', { id: integer('rowid'), title: text('title') })

/** Keeps what the desk finds an article by. */
export async function indexTitle(tx: Tx, articleId: number, title: string): Promise<void> {
  await tx.delete(articleTitles).where(eq(articleTitles.id, articleId))
  await tx.insert(articleTitles).values({ id: articleId, title })
}

const TRIGRAM = 3

/** Titles that contain every word of the search; undefined where it names none. */
export function titleMatches(search: string): SQL | undefined {
  // SQLite would read a text only up to its first NUL
  const words = search
    .slice(0, 200)
    .split(/[\s\0]+/)
    .filter(Boolean)
  const indexed = words.filter((word) => [...word].length >= TRIGRAM)
  // a word shorter than a trigram is not in the index: it is looked for in the titles that are left
  const short = words.filter((word) => [...word].length < TRIGRAM)
  const phrase = indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ')
  return and(
    phrase ? sql`${articleTitles} MATCH ${phrase}` : undefined,
    ...short.map(
      (word) => sql`${articleTitles.title} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`,
    ),
  )
}
