import { and, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { type Renewal, unseenAt } from '@/domain/comments/renewals'
import { type Db, db } from './client'
import { publications } from './schema/articles'

/** When readers of each article were given other words, by article; those that never were are left out. */
export async function listRenewals(
  articleIds: Iterable<number>,
  from: Db = db(),
): Promise<Map<number, Renewal[]>> {
  const { articleId, revisionId, renewedAt } = publications
  const rows = await from
    .select({ articleId, revisionId, renewedAt })
    .from(publications)
    .where(and(inArray(articleId, [...new Set(articleIds)]), isNotNull(renewedAt)))
  const renewals = new Map<number, Renewal[]>()
  for (const row of rows) {
    if (row.renewedAt === null) continue
    const renewal = { revisionId: row.revisionId, renewedAt: row.renewedAt }
    const known = renewals.get(row.articleId)
    if (known) known.push(renewal)
    else renewals.set(row.articleId, [renewal])
  }
  return renewals
}

type Read = { articleId: number; revisionId: number | null; renewedAt: Date | null; readAt: Date | null }

/** Which revision somebody wrote under who had the page since `readAt`; null for `readAt` means since now. */
export async function revisionRead(
  from: Db,
  { articleId, revisionId, renewedAt, readAt }: Read,
): Promise<number | null> {
  if (readAt === null || renewedAt === null || renewedAt <= readAt) return revisionId
  const unseen = unseenAt(readAt, (await listRenewals([articleId], from)).get(articleId) ?? [])
  if (!unseen) return revisionId
  const [before] = await from
    .select({ revisionId: publications.revisionId })
    .from(publications)
    .where(and(eq(publications.articleId, articleId), lt(publications.revisionId, unseen.revisionId)))
    .orderBy(desc(publications.revisionId))
    .limit(1)
  return before?.revisionId ?? revisionId
}
