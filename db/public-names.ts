import { and, asc, eq, ne } from 'drizzle-orm'
import type { Other } from '@/domain/score/subject'
import type { Tx } from './client'
import { db } from './client'
import { articles, revisions } from './schema/articles'
import { publicNames } from './schema/scores'

// of a name that more share, not all are told at once that one of them is gone
const PEERS = 1_000
const NAMED = 3

type Names = { title: string; keyphrase: string }

/** Names that differ in nothing but capitals and spaces are one. */
const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const folded = ({ title, keyphrase }: Names): Names => ({ title: fold(title), keyphrase: fold(keyphrase) })

const COLUMNS = { title: publicNames.title, keyphrase: publicNames.keyphrase }

/** Keeps the names under which readers find an article; returns the articles that share or shared one with it. */
export async function putNames(tx: Tx, articleId: number, names: Names, publishAt: Date): Promise<number[]> {
  const peers = await dropNames(tx, articleId)
  const row = folded(names)
  await tx.insert(publicNames).values({ articleId, publishAt, ...row })
  return [...peers, ...(await listPeers(tx, articleId, row))]
}

/** Gives the names of an article free; returns the articles that shared one with it. */
export async function dropNames(tx: Tx, articleId: number): Promise<number[]> {
  const [row] = await tx.delete(publicNames).where(eq(publicNames.articleId, articleId)).returning(COLUMNS)
  return row ? listPeers(tx, articleId, row) : []
}

async function listPeers(tx: Tx, articleId: number, names: Names): Promise<number[]> {
  const of = async (name: keyof Names) => {
    if (names[name] === '') return []
    return tx
      .select({ id: publicNames.articleId })
      .from(publicNames)
      .where(and(eq(COLUMNS[name], names[name]), ne(publicNames.articleId, articleId)))
      .limit(PEERS)
  }
  return [...(await of('title')), ...(await of('keyphrase'))].map(({ id }) => id)
}

/** The articles that share a name with one that stays where it is. */
export async function listNamesakes(tx: Tx, articleId: number): Promise<number[]> {
  const [row] = await tx.select(COLUMNS).from(publicNames).where(eq(publicNames.articleId, articleId))
  return row ? listPeers(tx, articleId, row) : []
}

export type Shared = { title: Other[]; keyphrase: Other[]; holdsUntil: Date | null }

/** The public articles that have a name of a text, the oldest of them, and until when that holds. */
export async function listShared(articleId: number, names: Names, now: Date): Promise<Shared> {
  const row = folded(names)
  const title = await listOthers(articleId, ['title', row.title], now)
  const keyphrase = await listOthers(articleId, ['keyphrase', row.keyphrase], now)
  const coming = [title.coming, keyphrase.coming].filter((at) => at !== null)
  return {
    title: title.others,
    keyphrase: keyphrase.others,
    holdsUntil: coming.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
  }
}

async function listOthers(
  articleId: number,
  [name, value]: [keyof Names, string],
  now: Date,
): Promise<{ others: Other[]; coming: Date | null }> {
  if (value === '') return { others: [], coming: null }
  const { publishAt } = publicNames
  const rows = await db()
    .select({ slug: articles.slug, title: revisions.title, publishAt })
    .from(publicNames)
    .innerJoin(articles, eq(articles.id, publicNames.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(eq(COLUMNS[name], value), ne(publicNames.articleId, articleId)))
    .orderBy(asc(publishAt), asc(publicNames.articleId))
    .limit(NAMED)
  const others = rows.flatMap(({ slug, title, publishAt: at }) =>
    slug !== null && at <= now ? [{ slug, title }] : [],
  )
  return { others, coming: rows.find(({ publishAt: at }) => at > now)?.publishAt ?? null }
}
