import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { type Honour, type HonourRefusal, honourRefusal, PINS_MAX } from '@/domain/comments/honours'
import { decodeCursor, instantKey, type Listing, page } from '@/domain/paging'
import { record } from './audit'
import { db, transact } from './client'
import { type CommentView, viewColumns, viewsOf } from './comment-views'
import { olderThan } from './keyset'
import { articles, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { touches } from './touches'

const PAGE = 30

export type HonourResult = { kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: HonourRefusal }

const COLUMNS = { pin: 'pinnedAt', highlight: 'highlightedAt' } as const satisfies Record<Honour, string>

type Wanted = { id: number; honour: Honour; given: boolean }

/** Pins or highlights a comment, or takes that back; asked twice, done once. */
export function honour(actor: Actor, { id, honour, given }: Wanted, now: Date): Promise<HonourResult> {
  return transact(async (tx) => {
    const [comment] = await tx
      .select({
        articleId: comments.articleId,
        state: comments.state,
        pinnedAt: comments.pinnedAt,
        highlightedAt: comments.highlightedAt,
        ownerId: articles.ownerId,
      })
      .from(comments)
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .where(eq(comments.id, id))
    if (!comment) return { kind: 'missing' }
    const { articleId } = comment
    const isGiven = comment[COLUMNS[honour]] !== null
    const reason = honourRefusal(
      { honour, given },
      {
        mayHonour: mayHonour(actor, comment),
        isPublished: comment.state === 'published',
        pins: isGiven ? 0 : await tx.$count(comments, isPinnedIn(articleId)),
      },
    )
    if (reason) return { kind: 'refused', reason }
    if (isGiven === given) return { kind: 'done' }
    await tx
      .update(comments)
      .set({ [COLUMNS[honour]]: given ? now : null })
      .where(eq(comments.id, id))
    await record(tx, actor, now, {
      verb: `comment.${honour}`,
      subject: `comment:${id}`,
      before: isGiven,
      after: given,
    })
    await touches(tx, `comments:${articleId}`)
    return { kind: 'done' }
  })
}

/** Whoever opens and closes a discussion also says what of it stands out. */
const mayHonour = (actor: Actor, { ownerId }: { ownerId: number | null }): boolean =>
  actorMay(actor, 'set-discussion', {
    own: actor.kind === 'staff' && ownerId === actor.personId,
    everPublished: true,
  })

const isPinnedIn = (articleId: number) => and(eq(comments.articleId, articleId), isNotNull(comments.pinnedAt))

/** What stands at the head of a discussion, in the order in which it was pinned. Whoever reads it tracks its comments. */
export async function listPinned(articleId: number, now: Date): Promise<CommentView[]> {
  const rows = await db()
    .select(viewColumns)
    .from(comments)
    .where(isPinnedIn(articleId))
    .orderBy(asc(comments.pinnedAt))
    .limit(PINS_MAX)
  return viewsOf(rows, now, { isAbridged: () => true })
}

export type Honourable = {
  slug: string
  title: string
  pinned: CommentView[]
  comments: Listing<CommentView>
}

/** The published comments of an article, the newest first, for who may give honours there; null for everybody else. */
export async function listHonourable(
  actor: Actor,
  articleId: number,
  after: string | null,
  now: Date,
): Promise<Honourable | null> {
  const [article] = await db()
    .select({ slug: articles.slug, ownerId: articles.ownerId, title: revisions.title })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(articles.id, articleId))
  if (!article || !mayHonour(actor, article)) return null
  const key = decodeCursor(after, instantKey)
  const rows = await db()
    .select(viewColumns)
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        eq(comments.state, 'published'),
        key ? olderThan(comments.createdAt, comments.id, key) : undefined,
      ),
    )
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(PAGE + 1)
  const { items, next } = page(rows, PAGE, (last) => [last.createdAt.getTime(), last.id])
  return {
    slug: article.slug ?? '',
    title: article.title,
    pinned: await listPinned(articleId, now),
    comments: { items: await viewsOf(items, now, { isAbridged: () => true }), next },
  }
}
