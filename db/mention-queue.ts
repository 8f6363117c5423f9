import { and, desc, eq, lt } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { tally, type Tally } from '@/domain/counting'
import type { MentionQuery } from '@/domain/mentions/desk-input'
import { MENTION_STATES, type MentionState } from '@/domain/mentions/states'
import { decodeCursor, idKey, type Listing, page } from '@/domain/paging'
import { db } from './client'
import { countSome } from './counting'
import { articles, revisions } from './schema/articles'
import { mentions } from './schema/mentions'

const columns = {
  id: mentions.id,
  state: mentions.state,
  kind: mentions.kind,
  protocol: mentions.protocol,
  source: mentions.source,
  host: mentions.host,
  reasons: mentions.reasons,
  failure: mentions.failure,
  authorName: mentions.authorName,
  title: mentions.title,
  excerpt: mentions.excerpt,
  receivedAt: mentions.receivedAt,
  askedAt: mentions.askedAt,
  verifiedAt: mentions.verifiedAt,
  attempts: mentions.attempts,
  articleId: mentions.articleId,
  articleSlug: articles.slug,
  articleTitle: revisions.title,
}
type Row = Pick<typeof mentions.$inferSelect, Exclude<keyof typeof columns, 'articleSlug' | 'articleTitle'>>
export type MentionItem = Row & { articleSlug: string | null; articleTitle: string }

type Filter = Pick<MentionQuery, 'state' | 'host' | 'article'>

const meant = ({ state, host, article }: Filter) =>
  and(
    eq(mentions.state, state),
    host === undefined ? undefined : eq(mentions.host, host),
    article === undefined ? undefined : eq(mentions.articleId, article),
  )

/** Mentions of one state, the newest first. */
export async function listQueue(
  actor: Actor,
  query: MentionQuery,
  limit = 25,
): Promise<Listing<MentionItem>> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null }
  const key = decodeCursor(query.after, idKey)
  const rows = await db()
    .select(columns)
    .from(mentions)
    .innerJoin(articles, eq(articles.id, mentions.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(and(meant(query), key === null ? undefined : lt(mentions.id, key)))
    .orderBy(desc(mentions.id))
    .limit(limit + 1)
  return page(rows, limit, (last) => last.id)
}

export async function countQueue(actor: Actor, filter: Filter): Promise<Record<MentionState, Tally>> {
  const counts: Record<MentionState, Tally> = {
    waiting: 0,
    held: 0,
    published: 0,
    spam: 0,
    removed: 0,
    gone: 0,
  }
  if (!actorMay(actor, 'moderate')) return counts
  for (const state of MENTION_STATES)
    counts[state] = tally(await countSome(mentions, meant({ ...filter, state })), false)
  return counts
}

/** What an article that is asked for is called at the desk; null where there is none. */
export async function getArticleTitle(actor: Actor, id: number): Promise<string | null> {
  if (!actorMay(actor, 'moderate')) return null
  const [row] = await db()
    .select({ title: revisions.title })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(eq(articles.id, id))
  return row?.title ?? null
}
