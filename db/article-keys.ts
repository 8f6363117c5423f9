import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import type { z } from 'zod'
import { encodeCursor, type instantKey } from '@/domain/paging'
import { db } from './client'
import { newerThan, olderThan } from './keyset'
import { articlePeople, articles, articleTopics } from './schema/articles'
import { holdsUntil } from './touches'

export type Key = z.infer<typeof instantKey>
export type KeyRow = { id: number; publishAt: Date | null }
/** Which list: that of a topic, of a person, or of all public articles. */
export type ListOf = { topicId?: number; personId?: number }

// rows of articleTopics and articlePeople stand there for published and scheduled articles alone
function source({ topicId, personId }: ListOf) {
  if (topicId !== undefined) {
    const { articleId: id, publishAt } = articleTopics
    return { rows: articleTopics, id, publishAt, listed: eq(articleTopics.topicId, topicId) }
  }
  if (personId !== undefined) {
    const { articleId: id, publishAt } = articlePeople
    return { rows: articlePeople, id, publishAt, listed: eq(articlePeople.personId, personId) }
  }
  const { id, publishAt } = articles
  return { rows: articles, id, publishAt, listed: eq(articles.state, 'published') }
}

/** The keys of public articles after `key`, the newest first; without one from the top, which holds until the next article appears. */
export async function listKeys(of: ListOf, key: Key | null, now: Date, limit: number): Promise<KeyRow[]> {
  const { id, publishAt } = source(of)
  if (key) return select(of, olderThan(publishAt, id, key), [desc(publishAt), desc(id)], limit)
  await holdsUntilNext(of, now)
  return select(of, lte(publishAt, now), [desc(publishAt), desc(id)], limit)
}

/**
 * The cursor of the page that comes before the one after `key`; null where that is the first page,
 * so every page has one address from whichever side it is reached.
 */
export async function getCursorBefore(
  of: ListOf,
  key: Key,
  now: Date,
  limit: number,
): Promise<string | null> {
  const { id, publishAt } = source(of)
  await holdsUntilNext(of, now)
  const newer = and(newerThan(publishAt, id, key), lte(publishAt, now))
  const rows = await select(of, newer, [asc(publishAt), asc(id)], limit)
  const last = rows[limit - 1]
  return last ? encodeCursor([last.publishAt?.getTime(), last.id]) : null
}

async function holdsUntilNext(of: ListOf, now: Date): Promise<void> {
  const { publishAt } = source(of)
  const [coming] = await select(of, gt(publishAt, now), [asc(publishAt)], 1)
  holdsUntil(coming?.publishAt ?? null)
}

const select = (of: ListOf, where: SQL | undefined, order: SQL[], limit: number): Promise<KeyRow[]> => {
  const { rows, id, publishAt, listed } = source(of)
  return db()
    .select({ id, publishAt })
    .from(rows)
    .where(and(listed, where))
    .orderBy(...order)
    .limit(limit)
}
