import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from './client'
import { db } from './client'
import { topics } from './schema/articles'
import { tracks } from './touches'

export type TopicView = { id: number; slug: string; name: string }
export type TopicPage = TopicView & { description: string }

const columns = { id: topics.id, slug: topics.slug, name: topics.name }

export async function getTopic(slug: string): Promise<TopicPage | null> {
  tracks('topics')
  const [topic] = await db()
    .select({ ...columns, description: topics.description })
    .from(topics)
    .where(eq(topics.slug, slug))
  return topic ?? null
}

/** All topics, by name. */
export async function listTopics(): Promise<TopicView[]> {
  tracks('topics')
  return db().select(columns).from(topics).orderBy(asc(topics.name), asc(topics.id))
}

/** The topics by id, in one query; unknown ids are left out. */
export async function listTopicsByIds(
  ids: Iterable<number>,
  from: Db = db(),
): Promise<Map<number, TopicView>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  tracks('topics')
  const rows = await from.select(columns).from(topics).where(inArray(topics.id, wanted))
  return new Map(rows.map((topic) => [topic.id, topic]))
}
