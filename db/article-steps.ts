import { asc, gt } from 'drizzle-orm'
import { db } from './client'
import { articles } from './schema/articles'

const ARTICLES_A_STEP = 250

/** The ids of all articles, the oldest first, some at a time. */
export async function* stepThroughArticles(): AsyncGenerator<number[]> {
  for (let after = 0; ;) {
    const step = await db()
      .select({ id: articles.id })
      .from(articles)
      .where(gt(articles.id, after))
      .orderBy(asc(articles.id))
      .limit(ARTICLES_A_STEP)
    const ids = step.map(({ id }) => id)
    yield ids
    after = ids.at(-1) ?? 0
    if (ids.length < ARTICLES_A_STEP) return
  }
}
