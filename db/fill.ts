import { asc, max } from 'drizzle-orm'
import { slugInPath } from '@/domain/articles'
import type { DiscussionChoice } from '@/domain/discussion/choices'
import type { StoredDocument } from '@/domain/document/stored'
import { inserter } from './bulk'
import type { Tx } from './client'
import { db, transact } from './client'
import { articlePeople, articles, articleTopics, links, revisions, topics } from './schema/articles'
import { media } from './schema/media'
import { people } from './schema/people'
import { articleTitles } from './search'
import { touches } from './touches'

// Articles in bulk, for measuring: no audit rows, but every derived row as publishing would leave it.

export type PlannedArticle = {
  slug: string
  title: string
  summary: string
  description: string
  keyphrase: string
  discussion: DiscussionChoice
  peopleIds: number[]
  topicIds: number[]
  leadImageId: number | null
  publishAt: Date
  document: StoredDocument
  wordCount: number
  /** `target` counts the articles planned before this one. */
  links: { position: number; href: string; quote: string; target: number | null }[]
}

export type Materials = {
  people: { id: number; name: string }[]
  topicIds: number[]
  imageIds: number[]
  /** A number that no article of the site has reached; addresses made with it are free. */
  nextNumber: number
}

const ARTICLES_A_TRANSACTION = 250

/** What articles are made with; a site that has no people or no topics gets these. */
export async function prepareMaterials(
  starting: { people: { slug: string; name: string }[]; topics: { slug: string; name: string }[] },
  now: Date,
): Promise<Materials> {
  await transact(async (tx) => {
    if ((await tx.$count(people)) === 0) {
      await tx.insert(people).values(starting.people.map((person) => ({ ...person, createdAt: now })))
      await touches(tx, 'people')
    }
    if ((await tx.$count(topics)) === 0) {
      await tx.insert(topics).values(starting.topics)
      await touches(tx, 'topics')
    }
  })
  const [last] = await db()
    .select({ id: max(articles.id) })
    .from(articles)
  const topicRows = await db().select({ id: topics.id }).from(topics).orderBy(asc(topics.id))
  const imageRows = await db().select({ id: media.id }).from(media).orderBy(asc(media.id))
  return {
    people: await db().select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.id)),
    topicIds: topicRows.map(({ id }) => id),
    imageIds: imageRows.map(({ id }) => id),
    nextNumber: (last?.id ?? 0) + 1,
  }
}

/** Publishes planned articles, in short transactions, so that a server which is running gets its turn. Returns their ids. */
export async function publishPlanned(
  planned: Iterable<PlannedArticle>,
  onProgress: (done: number) => void,
): Promise<number[]> {
  const ids: number[] = []
  for (const batch of inBatches(planned, ARTICLES_A_TRANSACTION)) {
    await transact((tx) => insertArticles(tx, batch, ids))
    onProgress(batch.length)
  }
  return ids
}

async function insertArticles(tx: Tx, batch: PlannedArticle[], ids: number[]): Promise<void> {
  const insert = {
    article: inserter(articles),
    revision: inserter(revisions),
    topic: inserter(articleTopics),
    person: inserter(articlePeople),
    link: inserter(links),
    title: inserter(articleTitles),
  }
  const [last] = await tx.select({ id: max(articles.id) }).from(articles)
  const [lastRevision] = await tx.select({ id: max(revisions.id) }).from(revisions)
  let id = last?.id ?? 0
  let revisionId = lastRevision?.id ?? 0
  for (const planned of batch) {
    ids.push(++id)
    revisionId++
    insert.article(articleRow(planned, id, revisionId))
    insert.revision(revisionRow(planned, id, revisionId))
    const { publishAt } = planned
    for (const [position, topicId] of planned.topicIds.entries())
      insert.topic({ articleId: id, topicId, position, publishAt })
    for (const [position, personId] of planned.peopleIds.entries())
      insert.person({ articleId: id, personId, position, publishAt })
    for (const { target, ...link } of planned.links) {
      const targetArticleId = target === null ? null : (ids[target] ?? null)
      const targetSlug = slugInPath(link.href)
      insert.link({ articleId: id, revisionId, targetSlug, targetArticleId, publishAt, ...link })
    }
    insert.title({ id, title: planned.title, publicTitle: planned.title })
  }
  await touches(tx, 'articles', ...batch.map(({ slug }) => `slug:${slug}`))
}

const articleRow = (planned: PlannedArticle, id: number, revisionId: number) => ({
  id,
  slug: planned.slug,
  state: 'published' as const,
  publishAt: planned.publishAt,
  firstPublishedAt: planned.publishAt,
  revisedAt: null,
  renewedAt: null,
  discussion: planned.discussion,
  discussionClosesAt: null,
  discussionCloseAfterDays: null,
  discussionReopensAt: null,
  discussionThreads: null,
  discussionReplies: null,
  discussionMentions: null,
  discussionMode: null,
  scoreShowing: null,
  discussionChangedAt: planned.discussion === 'inherit' ? null : planned.publishAt,
  commentCount: 0,
  lastCommentAt: null,
  publishedRevisionId: revisionId,
  draftRevisionId: revisionId,
  ownerId: planned.peopleIds[0] ?? null,
  createdAt: planned.publishAt,
  updatedAt: planned.publishAt,
})

const revisionRow = (planned: PlannedArticle, articleId: number, id: number) => ({
  id,
  articleId,
  title: planned.title,
  summary: planned.summary,
  description: planned.description,
  keyphrase: planned.keyphrase,
  leadImageId: planned.leadImageId,
  leadCaption: '',
  peopleIds: planned.peopleIds,
  topicIds: planned.topicIds,
  wordCount: planned.wordCount,
  reason: 'fill',
  createdById: null,
  createdAt: planned.publishAt,
  document: planned.document,
})

export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
