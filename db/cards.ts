import { eq, inArray } from 'drizzle-orm'
import { isPublic } from '@/domain/articles'
import type { DiscussionState } from '@/domain/discussion/state'
import { db } from './client'
import type { FactRow } from './discussions'
import { factColumns, statesOf } from './discussions'
import type { ImageView } from './media'
import { listImagesByIds } from './media'
import { countMentions } from './mentions'
import type { PersonView } from './people'
import { listPeopleByIds } from './people'
import { whileItHolds } from './remembered'
import { tracks } from './touches'
import { articles, revisions } from './schema/articles'
import type { TopicView } from './topics'
import { listTopicsByIds } from './topics'

/** A public article as lists show it. */
export type ArticleCard = {
  id: number
  slug: string
  title: string
  summary: string
  publishAt: Date
  wordCount: number
  people: PersonView[]
  /** The main one. */
  topic: TopicView | null
  leadImage: ImageView | null
  counts: { comments: number; mentions: number }
  discussion: DiscussionState
}

/** What a published article and its published revision hold, but for the document. */
export const publishedColumns = {
  ...factColumns,
  slug: articles.slug,
  commentCount: articles.commentCount,
  revisionId: revisions.id,
  title: revisions.title,
  summary: revisions.summary,
  wordCount: revisions.wordCount,
  peopleIds: revisions.peopleIds,
  topicIds: revisions.topicIds,
  leadImageId: revisions.leadImageId,
}

type PublishedRow = FactRow & {
  slug: string | null
  commentCount: number
  title: string
  summary: string
  wordCount: number
  peopleIds: number[]
  topicIds: number[]
  leadImageId: number | null
}

/** The cards of articles in the order of their ids; those that are not public are left out. */
export async function listCards(ids: number[], now: Date): Promise<ArticleCard[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select(publishedColumns)
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    // the rule is asked afterwards: as a condition it would tempt SQLite to walk through all that is public
    .where(inArray(articles.id, ids))
  const visible = rows.filter((row) => isPublic(row, now))
  const cards = new Map((await cardsOf(visible, now)).map((card) => [card.id, card]))
  return ids.flatMap((id) => cards.get(id) ?? [])
}

/** Comments, which come often, change none of these either. */
function listMentionCounts(rows: PublishedRow[], now: Date) {
  const ids = rows.map(({ id }) => id)
  return whileItHolds(`mentions ${ids.join(' ')}`, now, () => {
    tracks(...ids.map((id) => `article:${id}`))
    return countMentions(ids, now)
  })
}

export const showsMentions = ({ takings }: DiscussionState) => takings.mentions !== 'never'

/** Who and what articles name; comments, which come often, change none of it. */
function listBelongings(rows: PublishedRow[], now: Date) {
  const peopleIds = rows.flatMap((row) => row.peopleIds)
  const topicIds = rows.flatMap((row) => row.topicIds)
  const imageIds = rows.map((row) => row.leadImageId)
  return whileItHolds(`belongings ${JSON.stringify([peopleIds, topicIds, imageIds])}`, now, async () => ({
    people: await listPeopleByIds(peopleIds),
    topics: await listTopicsByIds(topicIds),
    images: await listImagesByIds(imageIds),
  }))
}

/** Dresses rows of public articles with everything that belongs to them, in as many queries as there are kinds of things. */
export async function cardsOf(rows: PublishedRow[], now: Date): Promise<ArticleCard[]> {
  const states = await statesOf(rows, now)
  const { people, topics, images } = await listBelongings(rows, now)
  const mentions = await listMentionCounts(rows, now)
  return rows.map((row) => {
    const { id, slug, publishAt } = row
    const discussion = states.get(id)
    if (slug === null || publishAt === null || !discussion) throw new Error(`Article ${id} is not public`)
    return {
      id,
      slug,
      title: row.title,
      summary: row.summary,
      publishAt,
      wordCount: row.wordCount,
      people: row.peopleIds.flatMap((personId) => people.get(personId) ?? []),
      topic: row.topicIds.flatMap((topicId) => topics.get(topicId) ?? [])[0] ?? null,
      leadImage: row.leadImageId === null ? null : (images.get(row.leadImageId) ?? null),
      counts: {
        comments: row.commentCount,
        mentions: showsMentions(discussion) ? (mentions.get(id) ?? 0) : 0,
      },
      discussion,
    }
  })
}
