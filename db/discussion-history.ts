import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { ARTICLE_STATES } from '@/domain/articles'
import { DISCUSSION_CLOCKS, DISCUSSION_MODES, TAKINGS } from '@/domain/discussion/choices'
import { type Change, type Event, historyOf } from '@/domain/discussion/history'
import { keptChoice } from '@/domain/discussion/kept'
import { db } from './client'
import { factColumns } from './discussions'
import { articles } from './schema/articles'
import { audit } from './schema/journal'
import { getPolicy } from './settings'

const ROWS = 200

const taking = z.enum(TAKINGS)
const keptSwitches = z.object({
  discussionThreads: taking.nullable(),
  discussionReplies: taking.nullable(),
  discussionMentions: taking.nullable(),
})
const keptPublication = z.object({ state: z.enum(ARTICLE_STATES), publishAt: z.coerce.date().nullable() })
const keptPolicy = z
  .object({
    'discussion.closeAfterDays': z.number(),
    'discussion.clock': z.enum(DISCUSSION_CLOCKS),
    'discussion.threads': taking,
    'discussion.replies': taking,
    'discussion.mentions': taking,
  })
  .partial()
  .transform((kept) =>
    Object.fromEntries(Object.entries(kept).map(([key, value]) => [key.slice('discussion.'.length), value])),
  )

const PUBLICATION = ['article.publish', 'article.update', 'article.schedule', 'article.unpublish']
const OWN = ['article.set-discussion', 'article.set-switches', 'article.set-mode', ...PUBLICATION]

type Row = Pick<typeof audit.$inferSelect, 'at' | 'actor' | 'verb' | 'before' | 'after' | 'reason'>

/** A row of the journal as a change of the discussion; null for what changed nothing about it. */
function changeOf({ at, actor, verb, before, after, reason }: Row): Change | null {
  const by = { at, actor, reason }
  if (verb === 'article.set-discussion') {
    const { success, data } = keptChoice.safeParse(before)
    return success ? { ...by, what: 'choice', before: { facts: data } } : null
  }
  if (verb === 'article.set-switches') {
    const { success, data } = keptSwitches.safeParse(before)
    return success ? { ...by, what: 'switches', before: { facts: data } } : null
  }
  if (verb === 'article.set-mode') {
    const { success, data } = z.enum(DISCUSSION_MODES).nullable().safeParse(after)
    return success ? { ...by, what: 'mode', mode: data, before: {} } : null
  }
  if (verb === 'settings.set') {
    const { success, data } = keptPolicy.safeParse(before)
    return success && Object.keys(data).length > 0
      ? { ...by, what: 'policy', before: { policy: data } }
      : null
  }
  const { success, data } = keptPublication.safeParse(before)
  return success ? { ...by, what: 'publication', before: { facts: data } } : null
}

const listRows = (subject: string, verbs: string[]) =>
  db()
    .select({
      id: audit.id,
      at: audit.at,
      actor: audit.actor,
      verb: audit.verb,
      before: audit.before,
      after: audit.after,
      reason: audit.reason,
    })
    .from(audit)
    .where(and(eq(audit.subject, subject), inArray(audit.verb, verbs)))
    .orderBy(desc(audit.id))
    .limit(ROWS)

/** What happened to the discussion of an article, the newest first; of a long history the newer part. */
export async function listHistory(articleId: number, now: Date): Promise<Event[]> {
  const [facts] = await db().select(factColumns).from(articles).where(eq(articles.id, articleId))
  if (!facts) return []
  const own = await listRows(`article:${articleId}`, OWN)
  const bySite = await listRows('site', ['settings.set'])
  const rows = [...own, ...bySite].sort((one, other) => other.id - one.id)
  const changes = rows.flatMap((row) => changeOf(row) ?? [])
  return historyOf({ facts, policy: await getPolicy(), at: now }, changes)
}
