import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { MentionKind } from '@/domain/mentions/states'
import { db } from './client'
import { newerThan, olderThan } from './keyset'
import { mentions } from './schema/mentions'

const columns = {
  id: mentions.id,
  kind: mentions.kind,
  source: mentions.source,
  host: mentions.host,
  authorName: mentions.authorName,
  authorUrl: mentions.authorUrl,
  title: mentions.title,
  excerpt: mentions.excerpt,
  publishedAt: mentions.publishedAt,
  receivedAt: mentions.receivedAt,
}

/** A page of another site that links to an article, as readers see it. */
export type ElsewhereView = Pick<typeof mentions.$inferSelect, keyof typeof columns>

type Key = [receivedAt: Date, id: number]

/** What other sites say of an article: the newest replies and mentions, and how many there are of each kind. */
export type ElsewhereMentions = {
  replies: ElsewhereView[]
  mentions: ElsewhereView[]
  counts: Record<MentionKind, number>
}

const zero = (): Record<MentionKind, number> => ({ reply: 0, like: 0, repost: 0, bookmark: 0, mention: 0 })
export const NOBODY: ElsewhereMentions = { replies: [], mentions: [], counts: zero() }

/** On the page of the article itself. */
const SHOWN = 10

const shown = (articleId: number) => and(eq(mentions.articleId, articleId), eq(mentions.state, 'published'))

export async function getElsewhere(articleId: number): Promise<ElsewhereMentions> {
  const rows = await db()
    .select({ kind: mentions.kind, count: count() })
    .from(mentions)
    .where(shown(articleId))
    .groupBy(mentions.kind)
  if (rows.length === 0) return NOBODY
  const counts = zero()
  for (const row of rows) counts[row.kind] = row.count
  return {
    counts,
    replies: counts.reply > 0 ? await listNewest(articleId, 'reply') : [],
    mentions: counts.mention > 0 ? await listNewest(articleId, 'mention') : [],
  }
}

const listNewest = (articleId: number, kind: MentionKind): Promise<ElsewhereView[]> =>
  db()
    .select(columns)
    .from(mentions)
    .where(and(shown(articleId), eq(mentions.kind, kind)))
    .orderBy(desc(mentions.receivedAt), desc(mentions.id))
    .limit(SHOWN)

/** All of them, the newest first. */
export const listElsewhere = (
  articleId: number,
  { key, limit }: { key: Key | null; limit: number },
): Promise<ElsewhereView[]> =>
  db()
    .select(columns)
    .from(mentions)
    .where(and(shown(articleId), key === null ? undefined : olderThan(mentions.receivedAt, mentions.id, key)))
    .orderBy(desc(mentions.receivedAt), desc(mentions.id))
    .limit(limit)

/** The keys of those newer than one, from old to new. */
export async function listElsewhereKeys(
  articleId: number,
  { newerThan: key, limit }: { newerThan: Key; limit: number },
): Promise<Key[]> {
  const rows = await db()
    .select({ at: mentions.receivedAt, id: mentions.id })
    .from(mentions)
    .where(and(shown(articleId), newerThan(mentions.receivedAt, mentions.id, key)))
    .orderBy(asc(mentions.receivedAt), asc(mentions.id))
    .limit(limit)
  return rows.map(({ at, id }) => [at, id])
}

/** How many there are of each article; those with none are left out. */
export async function countElsewhere(articleIds: number[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db()
    .select({ id: mentions.articleId, count: count() })
    .from(mentions)
    .where(and(inArray(mentions.articleId, articleIds), eq(mentions.state, 'published')))
    .groupBy(mentions.articleId)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
