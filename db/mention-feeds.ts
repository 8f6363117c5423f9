import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { actorMay, type StaffActor } from '@/domain/actor'
import { may } from '@/domain/roles'
import { db, transact } from './client'
import { articles, revisions } from './schema/articles'
import { mentionFeeds, mentions } from './schema/mentions'
import { accounts } from './schema/people'
import { hashOf, makeToken } from './tokens'

/** Gives an account the key of a feed of its own; the key before it opens nothing any more. null where it may not. */
export async function makeKey(actor: StaffActor, now: Date): Promise<string | null> {
  if (!actorMay(actor, 'moderate')) return null
  const key = makeToken()
  const made = { keyHash: hashOf(key), createdAt: now }
  await transact((tx) =>
    tx
      .insert(mentionFeeds)
      .values({ accountId: actor.accountId, ...made })
      .onConflictDoUpdate({ target: mentionFeeds.accountId, set: made }),
  )
  return key
}

export async function hasKey(actor: StaffActor): Promise<boolean> {
  const [row] = await db()
    .select({ id: mentionFeeds.id })
    .from(mentionFeeds)
    .where(eq(mentionFeeds.accountId, actor.accountId))
  return row !== undefined
}

/** Whether a key opens the feed: its account works here and may still moderate. */
export async function opens(key: string): Promise<boolean> {
  const [row] = await db()
    .select({ role: accounts.role })
    .from(mentionFeeds)
    .innerJoin(accounts, eq(accounts.id, mentionFeeds.accountId))
    .where(and(eq(mentionFeeds.keyHash, hashOf(key)), eq(accounts.state, 'active')))
  return row !== undefined && may(row.role, 'moderate')
}

const NEWEST = 50

/** The newest pages elsewhere whose link was found, whether readers see them or not; the newest first. */
export async function listNewest() {
  const of = (state: 'published' | 'held') =>
    db()
      .select({
        id: mentions.id,
        source: mentions.source,
        host: mentions.host,
        authorName: mentions.authorName,
        title: mentions.title,
        excerpt: mentions.excerpt,
        receivedAt: mentions.receivedAt,
        articleTitle: revisions.title,
      })
      .from(mentions)
      .innerJoin(articles, eq(articles.id, mentions.articleId))
      .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
      .where(and(eq(mentions.state, state), isNotNull(mentions.verifiedAt)))
      .orderBy(desc(mentions.id))
      .limit(NEWEST)
  return [...(await of('published')), ...(await of('held'))].sort((a, b) => b.id - a.id).slice(0, NEWEST)
}
