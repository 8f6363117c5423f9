import { z } from 'zod'
import { decodeCursor, encodeCursor, instantKey, type Listing, page } from '@/domain/paging'
import { holdsUntilNextMention, listMentionKeys, listMentions, type MentionView } from './mentions'
import { type ElsewhereView, listElsewhere, listElsewhereKeys } from './mentions-elsewhere'
import { tracks } from './touches'

/** What mentions an article: another of ours, or a page of another site. */
export type AnyMention =
  { from: 'here'; mention: MentionView } | { from: 'elsewhere'; mention: ElsewhereView }

type From = AnyMention['from']
type Key = [at: Date, id: number]

/** Which of the two lists the last of a page stands in, and its key there. */
export const mentionKey = z.tuple([z.enum(['here', 'elsewhere']), instantKey])

// of one instant, ours come first
const keyWithin = (from: From, [last, [at, id]]: [From, Key]): Key =>
  from === last ? [at, id] : [at, from === 'here' ? 0 : Number.MAX_SAFE_INTEGER]

const PAGE = 50
type Page = { after: string | null; limit?: number }

/** Everything that mentions an article and is shown, the newest first. */
export async function listAll(
  articleId: number,
  now: Date,
  { after, limit = PAGE }: Page,
): Promise<Listing<AnyMention>> {
  tracks(`article:${articleId}`)
  await holdsUntilNextMention([articleId], now)
  const key = decodeCursor(after, mentionKey)
  const part = (from: From) => ({ key: key && keyWithin(from, key), limit: limit + 1 })
  const here = await listMentions(articleId, now, part('here'))
  const elsewhere = await listElsewhere(articleId, part('elsewhere'))
  const rows = [
    ...here.map((mention) => ({ from: 'here' as const, mention, at: mention.publishAt })),
    ...elsewhere.map((mention) => ({ from: 'elsewhere' as const, mention, at: mention.receivedAt })),
  ]
  const newestFirst = rows.sort((one, other) => other.at.getTime() - one.at.getTime())
  return page(newestFirst, limit, ({ from, at, mention: { id } }) => [from, [at.getTime(), id]])
}

/** The cursor of the page before the one after `after`; null where that is the first page. */
export async function getPageBefore(
  articleId: number,
  now: Date,
  { after, limit = PAGE }: Page,
): Promise<string | null> {
  const key = decodeCursor(after, mentionKey)
  if (!key) return null
  const part = (from: From) => ({ newerThan: keyWithin(from, key), limit })
  const here = await listMentionKeys(articleId, now, part('here'))
  const elsewhere = await listElsewhereKeys(articleId, part('elsewhere'))
  const newer = [
    ...elsewhere.map(([at, id]) => ({ from: 'elsewhere', at: at.getTime(), id })),
    ...here.map(([at, id]) => ({ from: 'here', at: at.getTime(), id })),
  ].sort((one, other) => one.at - other.at)
  const before = newer.at(limit - 1)
  return before ? encodeCursor([before.from, [before.at, before.id]]) : null
}
