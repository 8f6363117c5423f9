import { eq } from 'drizzle-orm'
import type { Tx } from './client'
import { articlePeople, articleTopics } from './schema/articles'

// The rows by which pages of topics and people list an article; they stand while it is published or scheduled.

type Named = { topicIds: number[]; peopleIds: number[] }

/** Lists an article with its topics and people, and nowhere else, from `publishAt` on. */
export async function list(
  tx: Tx,
  articleId: number,
  { topicIds, peopleIds }: Named,
  publishAt: Date,
): Promise<void> {
  await unlist(tx, articleId)
  const row = (position: number) => ({ articleId, position, publishAt })
  if (topicIds.length > 0)
    await tx.insert(articleTopics).values(topicIds.map((topicId, i) => ({ ...row(i), topicId })))
  if (peopleIds.length > 0)
    await tx.insert(articlePeople).values(peopleIds.map((personId, i) => ({ ...row(i), personId })))
}

export async function unlist(tx: Tx, articleId: number): Promise<void> {
  await tx.delete(articleTopics).where(eq(articleTopics.articleId, articleId))
  await tx.delete(articlePeople).where(eq(articlePeople.articleId, articleId))
}
