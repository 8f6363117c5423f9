import { eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import type { DiscussionMode } from '@/domain/discussion/choices'
import { record } from './audit'
import { type Db, db, transact } from './client'
import { whileItHolds } from './remembered'
import { articles } from './schema/articles'
import { getPolicy } from './settings'
import { type Denied, permitted } from './subject'
import { touches, tracks } from './touches'

/** How comments of guests are let in under an article: as it says itself, or as the site does. */
export async function getMode(articleId: number, from: Db = db()): Promise<DiscussionMode> {
  tracks(`article:${articleId}`)
  const [row] = await from
    .select({ mode: articles.discussionMode })
    .from(articles)
    .where(eq(articles.id, articleId))
  return row?.mode ?? (await getPolicy()).mode
}

/** The same for pages, which a comment does not change. */
export const getKnownMode = (articleId: number, now: Date): Promise<DiscussionMode> =>
  whileItHolds(`mode ${articleId}`, now, () => getMode(articleId))

/** Lets comments in under one article otherwise than the site does; null follows the site again. */
export function setMode(
  actor: Actor,
  id: number,
  { mode, reason = '' }: { mode: DiscussionMode | null; reason?: string },
  now: Date,
): Promise<{ kind: 'done' } | Denied> {
  return transact(async (tx) => {
    const permit = await permitted(tx, actor, 'set-discussion', id, now)
    if (permit.kind !== 'permitted') return permit
    const before = permit.subject.article.discussionMode
    if (before === mode) return { kind: 'done' }
    await tx.update(articles).set({ discussionMode: mode, updatedAt: now }).where(eq(articles.id, id))
    await record(tx, actor, now, {
      verb: 'article.set-mode',
      subject: `article:${id}`,
      before,
      after: mode,
      reason,
    })
    await touches(tx, `article:${id}`)
    return { kind: 'done' }
  })
}
