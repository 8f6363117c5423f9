import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { Actions } from '@/domain/article-actions'
import { actionsOf } from '@/domain/article-actions'
import type { DeskState } from '@/domain/articles'
import { DESK_STATES, deskState } from '@/domain/articles'
import type { Event } from '@/domain/discussion/history'
import type { DiscussionMode } from '@/domain/discussion/choices'
import type { DiscussionFacts, DiscussionState } from '@/domain/discussion/state'
import { mediaIdsIn } from '@/domain/document/text'
import type { Listing } from '@/domain/paging'
import { decodeCursor, idKey, instantKey, page } from '@/domain/paging'
import { fieldsOf, type RevisionInput } from '@/domain/revision'
import { reachOf } from '@/domain/roles'
import type { Showing } from '@/domain/score/showing'
import { db } from './client'
import { getNoteSource } from './closing'
import { countSome } from './counting'
import { listHistory } from './discussion-history'
import { factColumns, statesOf } from './discussions'
import { newerThan, olderThan } from './keyset'
import type { ImageView } from './media'
import { listImagesByIds } from './media'
import { listOutgoingOf, type OutgoingView } from './outgoing-lists'
import { listPeopleByIds } from './people'
import { articles, revisions } from './schema/articles'
import { accounts, people } from './schema/people'
import { articleTitles, titleMatches } from './search'
import type { Subject } from './subject'
import { factsOf, getSubject } from './subject'
import { listTopicsByIds } from './topics'
import { isPublicAt, isScheduledAt } from './visibility'

/** An article as the desk lists it: as its writers left it, or as it is public for who reads no drafts. */
export type DeskRow = {
  id: number
  slug: string | null
  title: string
  state: DeskState
  publishAt: Date | null
  updatedAt: Date
  /** Whose article it is. */
  owner: string | null
  /** The byline, in order. */
  people: string[]
  /** Its main topic. */
  topic: string | null
  /** The draft is not what is published. */
  hasChanges: boolean
  commentCount: number
  discussion: DiscussionState
}

export type DeskOptions = { state?: DeskState; search?: string; after?: string | null; limit?: number }

/** What of the desk an actor may read: everything, its own, or only what is public anyway. */
function readable(actor: Actor, now: Date): SQL | undefined {
  if (actor.kind === 'system') return undefined
  const reach = actor.kind === 'staff' ? reachOf(actor.role, 'read-drafts') : null
  if (reach === 'all') return undefined
  return actor.kind === 'staff' && reach ? eq(articles.ownerId, actor.personId) : isPublicAt(now)
}

/** Whether titles are shown, and found, as their writers left them rather than as readers know them. */
const readsDrafts = (actor: Actor) => actorMay(actor, 'read-drafts')

const inState = (state: DeskState, now: Date): SQL | undefined =>
  state === 'scheduled'
    ? isScheduledAt(now)
    : state === 'published'
      ? isPublicAt(now)
      : eq(articles.state, state)

type Page = { ids: number[]; next: string | null }
type Query = { filter: SQL | undefined; after: string | null | undefined; limit: number }

/**
 * Articles that the actor may read. Published ones run from the newest date, scheduled ones from the next to appear,
 * all others from the last that was worked on, and what a search finds from the newest article.
 */
export async function listArticles(
  actor: Actor,
  { state, search = '', after, limit = 30 }: DeskOptions,
  now: Date,
): Promise<Listing<DeskRow>> {
  const query: Query = {
    filter: and(readable(actor, now), state ? inState(state, now) : undefined),
    after,
    limit,
  }
  const matches = titleMatches(search, readsDrafts(actor) ? 'title' : 'publicTitle')
  const { ids, next } = matches
    ? await findByTitle(matches, query)
    : state === 'published'
      ? await listByDate('newest', query)
      : state === 'scheduled'
        ? await listByDate('next', query)
        : await listByWork(query)
  return { items: await listRows(actor, ids, now), next }
}

async function findByTitle(matches: SQL, { filter, after, limit }: Query): Promise<Page> {
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select({ id: articleTitles.id })
    .from(articleTitles)
    .innerJoin(articles, eq(articles.id, articleTitles.id))
    .where(and(matches, key ? lt(articleTitles.id, key) : undefined, filter))
    .orderBy(desc(articleTitles.id))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => last.id)
  return { ids: items.flatMap(({ id }) => id ?? []), next }
}

async function listByDate(first: 'newest' | 'next', { filter, after, limit }: Query): Promise<Page> {
  const { id, publishAt: at } = articles
  const key = decodeCursor(after, instantKey)
  const newest = first === 'newest'
  const beyond = key ? (newest ? olderThan(at, id, key) : newerThan(at, id, key)) : undefined
  const rows = await db()
    .select({ id, at })
    .from(articles)
    .where(and(filter, beyond))
    .orderBy(...(newest ? [desc(at), desc(id)] : [asc(at), asc(id)]))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => [last.at?.getTime(), last.id])
  return { ids: items.map((row) => row.id), next }
}

async function listByWork({ filter, after, limit }: Query): Promise<Page> {
  const { id, updatedAt: at } = articles
  const key = decodeCursor(after, instantKey)
  const rows = await db()
    .select({ id, at })
    .from(articles)
    .where(and(filter, key ? olderThan(at, id, key) : undefined))
    .orderBy(desc(at), desc(id))
    .limit(limit + 1)
  const { items, next } = page(rows, limit, (last) => [last.at.getTime(), last.id])
  return { ids: items.map((row) => row.id), next }
}

async function listRows(actor: Actor, ids: number[], now: Date): Promise<DeskRow[]> {
  if (ids.length === 0) return []
  const shown = readsDrafts(actor) ? articles.draftRevisionId : articles.publishedRevisionId
  const rows = await db()
    .select({
      ...factColumns,
      slug: articles.slug,
      title: revisions.title,
      updatedAt: articles.updatedAt,
      owner: people.name,
      peopleIds: revisions.peopleIds,
      topicIds: revisions.topicIds,
      draftRevisionId: articles.draftRevisionId,
      publishedRevisionId: articles.publishedRevisionId,
      commentCount: articles.commentCount,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, shown))
    .leftJoin(people, eq(people.id, articles.ownerId))
    .where(inArray(articles.id, ids))
  const discussions = await statesOf(rows, now)
  const byline = await listPeopleByIds(rows.flatMap((row) => row.peopleIds))
  const topics = await listTopicsByIds(rows.flatMap((row) => row.topicIds.slice(0, 1)))
  const byId = new Map(
    rows.flatMap((row) => {
      const discussion = discussions.get(row.id)
      if (!discussion) return []
      const { id, slug, title, publishAt, updatedAt, owner, commentCount } = row
      const desk: DeskRow = {
        ...{ id, slug, title, publishAt, updatedAt, owner, commentCount, discussion },
        state: deskState(row, now),
        people: row.peopleIds.flatMap((each) => byline.get(each)?.name ?? []),
        topic: topics.get(row.topicIds[0] ?? 0)?.name ?? null,
        hasChanges: row.draftRevisionId !== row.publishedRevisionId,
      }
      return [[id, desk] as const]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many articles in each state the actor may read; from `COUNTED` on, so many or more. */
export async function countByState(actor: Actor, now: Date): Promise<Record<DeskState, number>> {
  const counts = { draft: 0, scheduled: 0, published: 0, unpublished: 0 }
  for (const state of DESK_STATES)
    counts[state] = await countSome(articles, and(inState(state, now), readable(actor, now)))
  return counts
}

/** An article as its editor opens it: the newest draft, what acts at once, and what the actor may do to it now. */
export type EditView = {
  id: number
  slug: string | null
  state: DeskState
  publishAt: Date | null
  firstPublishedAt: Date | null
  revisedAt: Date | null
  updatedAt: Date
  owner: string | null
  /** The draft; `id` is what the next save is based on. */
  revision: RevisionInput & { id: number; savedAt: Date; savedBy: string | null; wordCount: number }
  publishedRevisionId: number | null
  hasChanges: boolean
  /** Whether readers see its score; null follows the site. */
  scoreShowing: Showing | null
  /** What was chosen, and what any choice depends on, beside what it means now. */
  discussion: {
    facts: DiscussionFacts
    /** How comments of guests are let in; null follows the site. */
    mode: DiscussionMode | null
    state: DiscussionState
    /** What happened to it, the newest first. */
    history: Event[]
    /** The closing note as it was typed. */
    note: string
  }
  /** What other sites were told of its links to them. */
  outgoing: OutgoingView[]
  /** The lead image and those of the figures. */
  images: ImageView[]
  /** For each action why it is not possible; null where it is. */
  actions: Actions
}

/** null where there is no such article and where the actor may not read its drafts. */
export async function getForEditing(actor: Actor, id: number, now: Date): Promise<EditView | null> {
  const subject = await getSubject(id, db())
  if (!subject) return null
  const { article, draft } = subject
  const facts = factsOf(actor, subject, now)
  if (!actorMay(actor, 'read-drafts', facts)) return null
  const state = (await statesOf([article], now)).get(id)
  if (!state) throw new Error(`Article ${id} has no discussion`)
  const images = await listImagesByIds([draft.leadImageId, ...mediaIdsIn(draft.document)])
  return {
    id,
    slug: article.slug,
    state: deskState(article, now),
    publishAt: article.publishAt,
    firstPublishedAt: article.firstPublishedAt,
    revisedAt: article.revisedAt,
    updatedAt: article.updatedAt,
    owner: await nameOf(eq(people.id, article.ownerId ?? 0)),
    revision: {
      ...fieldsOf(draft),
      id: draft.id,
      savedAt: draft.createdAt,
      savedBy: await nameOf(eq(accounts.id, draft.createdById ?? 0)),
      wordCount: draft.wordCount,
    },
    publishedRevisionId: article.publishedRevisionId,
    hasChanges: facts.hasChanges,
    scoreShowing: article.scoreShowing,
    discussion: {
      facts: discussionFactsOf(article),
      mode: article.discussionMode,
      state,
      history: await listHistory(id, now),
      note: await getNoteSource(id),
    },
    outgoing: await listOutgoingOf(id),
    images: [...images.values()],
    actions: actionsOf(actor, facts, now),
  }
}

const discussionFactsOf = (article: Subject['article']): DiscussionFacts => ({
  state: article.state,
  publishAt: article.publishAt,
  discussion: article.discussion,
  discussionClosesAt: article.discussionClosesAt,
  discussionCloseAfterDays: article.discussionCloseAfterDays,
  discussionReopensAt: article.discussionReopensAt,
  discussionChangedAt: article.discussionChangedAt,
  discussionThreads: article.discussionThreads,
  discussionReplies: article.discussionReplies,
  discussionMentions: article.discussionMentions,
  renewedAt: article.renewedAt,
  lastCommentAt: article.lastCommentAt,
})

async function nameOf(whose: SQL): Promise<string | null> {
  const [person] = await db()
    .select({ name: people.name })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(whose)
  return person?.name ?? null
}
