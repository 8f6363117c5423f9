import { eq } from 'drizzle-orm'
import type { StoredDocument } from '@/domain/document/stored'
import { mediaIdsIn } from '@/domain/document/text'
import { isPublic, isScheduled } from '@/domain/articles'
import type { DiscussionState } from '@/domain/discussion/state'
import type { Listing } from '@/domain/paging'
import { isBadgeShown } from '@/domain/score/showing'
import { decodeCursor, instantKey, page } from '@/domain/paging'
import { getCursorBefore, type Key, type KeyRow, listKeys, type ListOf } from './article-keys'
import type { ArticleCard } from './cards'
import { cardsOf, listCards, publishedColumns, showsMentions } from './cards'
import { db } from './client'
import { type ClosingNote, getNote } from './closing'
import type { ImageView } from './media'
import { listImagesByIds } from './media'
import type { MentionView } from './mentions'
import { holdsUntilNextMention, listMentions } from './mentions'
import { type ElsewhereMentions, getElsewhere, NOBODY } from './mentions-elsewhere'
import { whileItHolds } from './remembered'
import { articles, revisions } from './schema/articles'
import type { TopicView } from './topics'
import { listTopicsByIds } from './topics'
import type { ScoreView } from './scores'
import { listScores } from './scores'
import { getScorePolicy } from './settings'
import { holdsUntil, tracks } from './touches'

export type { ArticleCard, MentionView }

/** A public article as its own page shows it. */
export type ArticleView = ArticleCard & {
  revisionId: number
  /** When readers were last given a newer revision; null while they read the first one. */
  revisedAt: Date | null
  description: string
  keyphrase: string
  leadCaption: string
  /** In order, the main one first. */
  topics: TopicView[]
  document: StoredDocument
  /** Those of the document's figures, by id. */
  images: Map<number, ImageView>
  mentions: MentionView[]
  elsewhere: ElsewhereMentions
  /** A last word of staff, while the discussion is closed. */
  closingNote: ClosingNote | null
  /** Of what readers have; null while it is not known for certain. */
  score: ScoreView | null
  /** Whether its page shows the score. */
  showsScore: boolean
}

const PAGE = 20

export type ListOptions = ListOf & { after?: string | null; limit?: number }

/** Public articles, the newest first: all of them, those of a topic, or those of a person. */
export async function listPublished(
  now: Date,
  { after, limit = PAGE, ...of }: ListOptions = {},
): Promise<Listing<ArticleCard>> {
  tracks('articles')
  const rows = await listKeys(of, keyOf(after, now), now, limit + 1)
  const { items, next } = page(rows, limit, (last) => [last.publishAt?.getTime(), last.id])
  return { items: await listCards(idsOf(items), now), next }
}

/** The cursor of the page before the one after `after`; null where that is the first page. */
export async function getPageBefore(
  now: Date,
  { after, limit = PAGE, ...of }: ListOptions,
): Promise<string | null> {
  tracks('articles')
  const key = keyOf(after, now)
  return key && getCursorBefore(of, key, now, limit)
}

// what has yet to appear stands on no page, so a key from the future was made up
function keyOf(after: string | null | undefined, now: Date): Key | null {
  const key = decodeCursor(after, instantKey)
  return key && key[0] <= now ? key : null
}

const idsOf = (rows: KeyRow[]) => rows.map((row) => row.id)

/** The public article at an address; null where there is none, also while it is scheduled. */
export async function getPublished(slug: string, now: Date): Promise<ArticleView | null> {
  tracks(`slug:${slug}`)
  const [row] = await db()
    .select({
      ...publishedColumns,
      revisedAt: articles.revisedAt,
      description: revisions.description,
      keyphrase: revisions.keyphrase,
      leadCaption: revisions.leadCaption,
      scoreShowing: articles.scoreShowing,
      document: revisions.document,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(articles.slug, slug))
  if (!row || !isPublic(row, now)) {
    if (row && isScheduled(row, now)) holdsUntil(row.publishAt)
    return null
  }
  const [card] = await cardsOf([row], now)
  if (!card) return null
  const { topics, images } = await listInside(row, now)
  return {
    ...card,
    revisionId: row.revisionId,
    revisedAt: row.revisedAt && row.revisedAt > card.publishAt ? row.revisedAt : null,
    description: row.description,
    keyphrase: row.keyphrase,
    leadCaption: row.leadCaption,
    topics: row.topicIds.flatMap((id) => topics.get(id) ?? []),
    document: row.document,
    images,
    ...(await getBeside(row.id, card.discussion, now)),
    showsScore: isBadgeShown(row.scoreShowing, (await getScorePolicy()).badge),
  }
}

/** Whether readers had an article at this address that was taken from them. */
export async function isGone(slug: string): Promise<boolean> {
  tracks(`slug:${slug}`)
  const [row] = await db().select({ state: articles.state }).from(articles).where(eq(articles.slug, slug))
  return row?.state === 'unpublished'
}

/** What is said of an article beside its text and its comments. */
function getBeside(id: number, discussion: DiscussionState, now: Date) {
  const isMentionable = showsMentions(discussion)
  const isClosed = discussion.state === 'closed'
  return whileItHolds(`beside ${id} ${isMentionable} ${isClosed}`, now, async () => {
    tracks(`article:${id}`)
    if (isMentionable) await holdsUntilNextMention([id], now)
    return {
      mentions: isMentionable ? await listMentions(id, now) : [],
      elsewhere: isMentionable ? await getElsewhere(id) : NOBODY,
      closingNote: isClosed ? await getNote(id) : null,
      score: (await listScores([id], now)).get(id) ?? null,
    }
  })
}

/** The topics of a published revision and the images in its text. */
const listInside = (row: { revisionId: number; topicIds: number[]; document: StoredDocument }, now: Date) =>
  whileItHolds(`inside ${row.revisionId}`, now, async () => ({
    topics: await listTopicsByIds(row.topicIds),
    images: await listImagesByIds(mediaIdsIn(row.document)),
  }))
