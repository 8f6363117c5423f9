import { and, desc, eq, sql } from 'drizzle-orm'
import type { CommentState } from '@/domain/comments/states'
import type { Db, Tx } from './client'
import { noteReply } from './notices'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { touches } from './touches'

const countedColumns = {
  id: comments.id,
  articleId: comments.articleId,
  parentId: comments.parentId,
  readerId: comments.readerId,
  rootId: comments.rootId,
  state: comments.state,
  shown: comments.shown,
  replyCount: comments.replyCount,
  threadCount: comments.threadCount,
  createdAt: comments.createdAt,
  afterClosing: comments.afterClosing,
  withdrawnAt: comments.withdrawnAt,
  edits: comments.edits,
  editedAt: comments.editedAt,
}
export type CountedRow = Pick<typeof comments.$inferSelect, keyof typeof countedColumns>

export async function getCounted(id: number, from: Db): Promise<CountedRow | null> {
  const [row] = await from.select(countedColumns).from(comments).where(eq(comments.id, id))
  return row ?? null
}

/**
 * Gives a stored comment another state and keeps in step what is counted:
 * which comments are shown, the replies beneath them, and the published ones of the article.
 */
export async function moveTo(tx: Tx, comment: CountedRow, state: CommentState): Promise<void> {
  await tx
    .update(comments)
    // what readers do not see has no place at the head of what they do
    .set({ state, ...(state !== 'published' && { pinnedAt: null, highlightedAt: null }) })
    .where(eq(comments.id, comment.id))
  await show(tx, { ...comment, state })
  const was = comment.state === 'published'
  const is = state === 'published'
  if (was === is) return
  await countPublished(tx, comment, is ? 1 : -1)
  if (is) await noteReply(tx, comment)
  await touches(tx, `comments:${comment.articleId}`)
}

/** Shows or hides a comment as its state and replies ask for, and then the tombstones above it. */
async function show(tx: Tx, comment: CountedRow): Promise<void> {
  let row: CountedRow | null = comment
  while (row) {
    const shown: boolean = row.state === 'published' || row.replyCount > 0
    if (shown === row.shown) return
    await tx.update(comments).set({ shown }).where(eq(comments.id, row.id))
    row = await countReply(tx, row, shown ? 1 : -1)
  }
}

/** Counts a shown reply at its parent and root; returns the parent as it then is. */
export async function countReply(
  tx: Tx,
  { parentId, rootId }: Pick<CountedRow, 'parentId' | 'rootId'>,
  change: 1 | -1,
): Promise<CountedRow | null> {
  if (parentId === null || rootId === null) return null
  const root = await getCounted(rootId, tx)
  if (root)
    await tx
      .update(comments)
      .set({ threadCount: root.threadCount + change })
      .where(eq(comments.id, rootId))
  const parent = parentId === rootId ? root : await getCounted(parentId, tx)
  if (!parent) return null
  const replyCount = parent.replyCount + change
  await tx.update(comments).set({ replyCount }).where(eq(comments.id, parentId))
  return { ...parent, replyCount }
}

type Counted = { slug: string | null; commentCount: number }

/** Counts one more published comment at its article, or one less; gives the article as it then is. */
export async function countPublished(
  tx: Tx,
  { articleId, createdAt, afterClosing }: Pick<CountedRow, 'articleId' | 'createdAt' | 'afterClosing'>,
  change: 1 | -1,
): Promise<Counted | null> {
  const last = articles.lastCommentAt
  const at = sql.param(createdAt, last)
  const [article] = await tx
    .update(articles)
    .set({
      commentCount: sql`${articles.commentCount} + ${change}`,
      // what is written after closing does not start its clock again
      ...(!afterClosing && {
        lastCommentAt:
          change === 1
            ? sql`case when ${last} > ${at} then ${last} else ${at} end`
            : await newestPublished(tx, articleId),
      }),
    })
    .where(eq(articles.id, articleId))
    .returning({ slug: articles.slug, commentCount: articles.commentCount })
  return article ?? null
}

async function newestPublished(from: Db, articleId: number): Promise<Date | null> {
  const [newest] = await from
    .select({ createdAt: comments.createdAt })
    .from(comments)
    .where(
      and(
        eq(comments.articleId, articleId),
        eq(comments.state, 'published'),
        eq(comments.afterClosing, false),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(1)
  return newest?.createdAt ?? null
}
