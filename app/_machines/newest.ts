import type { ArticleView } from '@/db/articles'
import * as articles from '@/db/articles'

const NEWEST = 20

/** The newest public articles in full: all, or those of a topic. */
export async function newestArticles(now: Date, topicId?: number): Promise<ArticleView[]> {
  const { items } = await articles.listPublished(now, { limit: NEWEST, topicId })
  const whole = await Promise.all(items.map(({ slug }) => articles.getPublished(slug, now)))
  return whole.filter((article) => article !== null)
}
