import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, gt, inArray, lt, lte, max, sql } from 'drizzle-orm'
import type { Tx } from './client'
import { db } from './client'
import { isSo } from './closed'
import { integer, table, text } from './columns'
import { comments } from './schema/comments'

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

const commentWords = table('comment_words', {
  id: integer('rowid'),
  name: text('name'),
  email: text('email'),
  website: text('website'),
  source: text('source'),
})
/** FTS5's own table of what it has read. */
const readComments = table('comment_words_docsize', { id: integer('id') })

// one comment at a time costs a post a tenth of its time, a thousand at once a fifth of that
const READ_AT_ONCE = 1_000
// as much as takes some 50 ms: a thousand of the longest comments would keep every post waiting for seconds
const BYTES_AT_ONCE = 1_000_000

/** Reads the next comments into the index; says whether any are left. A search asks for it, not a post. */
export async function readOn(tx: Tx): Promise<{ left: boolean }> {
  const [last] = await tx.select({ id: max(readComments.id) }).from(readComments)
  const after = last?.id ?? 0
  const next = await tx
    .select({ id: comments.id, bytes: sql<number>`octet_length(${comments.source})` })
    .from(comments)
    .where(gt(comments.id, after))
    .orderBy(asc(comments.id))
    .limit(READ_AT_ONCE + 1)
  let bytes = 0
  const room = next.slice(0, READ_AT_ONCE).findIndex((each) => (bytes += each.bytes) > BYTES_AT_ONCE)
  // one that is longer than all of it is read alone
  const count = room === -1 ? Math.min(next.length, READ_AT_ONCE) : Math.max(room, 1)
  const upTo = next[count - 1]?.id
  if (upTo === undefined) return { left: false }
  await tx.insert(commentWords).select(
    tx
      .select({
        id: comments.id,
        name: comments.name,
        email: comments.email,
        website: comments.website,
        source: comments.source,
      })
      .from(comments)
      .where(and(gt(comments.id, after), lte(comments.id, upTo)))
      .orderBy(asc(comments.id)),
  )
  return { left: count < next.length }
}

// what begins like a short word is half the language
const OPEN_FROM = 4

/**
 * What is looked for, in the language of FTS5: every word, the ends of longer ones left open,
 * and what stands in quotation marks one after another. Null where it names no word.
 */
function wordsIn(search: string): string | null {
  const parts = search
    .slice(0, 200)
    .replaceAll('\0', ' ')
    .matchAll(/["“]([^"“”]+)["”]|[^\s"“”]+/g)
  const terms = [...parts].flatMap(([word, phrase]) => {
    const isWord = /[\p{L}\p{N}]/u.test(phrase ?? word)
    if (!isWord) return []
    return phrase === undefined && word.length >= OPEN_FROM ? [`"${word}"*`] : [`"${phrase ?? word}"`]
  })
  return terms.length > 0 ? terms.join(' AND ') : null
}

type Span = { after: number | null; order: 'newest' | 'oldest'; limit: number }

/** The comments that say all that is looked for, by id, from one id on; of the newest or oldest `limit`. */
export async function listCommentsSaying(search: string, { after, order, limit }: Span): Promise<number[]> {
  const wanted = wordsIn(search)
  if (wanted === null) return []
  const isNewest = order === 'newest'
  const rows = await db()
    .select({ id: commentWords.id })
    .from(commentWords)
    .where(
      and(
        sql`${commentWords} MATCH ${wanted}`,
        after === null ? undefined : (isNewest ? lt : gt)(commentWords.id, after),
      ),
    )
    .orderBy((isNewest ? desc : asc)(commentWords.id))
    .limit(limit)
  return rows.flatMap(({ id }) => id ?? [])
}

/** These comments, where they meet a condition too; the planner would rather read all of a state than look ids up. */
export const among = (ids: number[], condition: SQL): SQL | undefined =>
  and(inArray(comments.id, ids), isSo(condition))
