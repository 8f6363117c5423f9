import { desc, eq } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { db } from './client'
import { articles, revisions } from './schema/articles'
import { articleTitles, titleMatches } from './search'

const NAMED = 12

export type NamedArticle = { id: number; title: string }

/** The newest articles whose public titles have all these words, for whoever reads their comments; of many a few. */
export async function listNamed(actor: Actor, words: string): Promise<NamedArticle[]> {
  const matches = titleMatches(words, 'publicTitle')
  if (!matches || !actorMay(actor, 'moderate')) return []
  return db()
    .select({ id: articles.id, title: revisions.title })
    .from(articleTitles)
    .innerJoin(articles, eq(articles.id, articleTitles.id))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(matches)
    .orderBy(desc(articleTitles.id))
    .limit(NAMED)
}
