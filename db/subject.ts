import { eq } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import type { ActionRefusal, ArticleAction, ArticleFacts } from '@/domain/article-actions'
import { refusalOf } from '@/domain/article-actions'
import { hasBody, hasTitle } from '@/domain/revision'
import type { Db, Tx } from './client'
import { articles, revisions } from './schema/articles'

/** An article with the newest revision that its writers made. */
export type Subject = { article: typeof articles.$inferSelect; draft: typeof revisions.$inferSelect }

export async function getSubject(articleId: number, from: Db): Promise<Subject | null> {
  const [subject] = await from
    .select({ article: articles, draft: revisions })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.draftRevisionId))
    .where(eq(articles.id, articleId))
  return subject ?? null
}

export const factsOf = (actor: Actor, { article, draft }: Subject, now: Date): ArticleFacts => ({
  state: article.state,
  publishAt: article.publishAt,
  own: actor.kind === 'staff' && article.ownerId === actor.personId,
  everPublished:
    article.state === 'published' || (article.firstPublishedAt !== null && article.firstPublishedAt <= now),
  hasTitle: hasTitle(draft),
  hasBody: hasBody(draft),
  hasChanges: article.draftRevisionId !== article.publishedRevisionId,
})

export type Denied = { kind: 'missing' } | { kind: 'refused'; reason: ActionRefusal }

/** The article that a verb is about, or why the actor may not do this to it now. */
export async function permitted(
  tx: Tx,
  actor: Actor,
  action: ArticleAction,
  articleId: number,
  now: Date,
): Promise<{ kind: 'permitted'; subject: Subject } | Denied> {
  const subject = await getSubject(articleId, tx)
  if (!subject) return { kind: 'missing' }
  const reason = refusalOf(action, actor, factsOf(actor, subject, now), now)
  return reason ? { kind: 'refused', reason } : { kind: 'permitted', subject }
}
