import type { SQL } from 'drizzle-orm'
import { and, eq, sql } from 'drizzle-orm'
import { integer, table, text } from './columns'
import type { Tx } from './client'

// full-text tables are SQLite's own: the one table that migrations make by hand and the schema does not name
export const articleTitles = table('article_titles', {
  id: integer('rowid'),
  /** As its writers left it. */
  title: text('title'),
  /** As readers last knew it. */
  publicTitle: text('public_title'),
})

type Titles = { title: string; publicTitle: string }

/** Keeps what the desk finds an article by; a title that is not given stays. */
export async function indexTitle(tx: Tx, articleId: number, titles: Partial<Titles>): Promise<void> {
  const [known] = await tx.select().from(articleTitles).where(eq(articleTitles.id, articleId))
  await tx.delete(articleTitles).where(eq(articleTitles.id, articleId))
  await tx.insert(articleTitles).values({ ...known, ...titles, id: articleId })
}

const TRIGRAM = 3

/** Titles that contain every word of the search; undefined where it names none. */
export function titleMatches(search: string, which: keyof Titles): SQL | undefined {
  const column = articleTitles[which]
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
    phrase ? sql`${articleTitles} MATCH ${`${column.name} : (${phrase})`}` : undefined,
    ...short.map((word) => sql`${column} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`),
  )
}
