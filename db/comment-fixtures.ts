import { eq } from 'drizzle-orm'
import { readerActor, systemActor } from '@/domain/actor'
import { RENDERER_VERSION } from '@/domain/comments/markdown'
import { db, transact } from './client'
import * as comments from './comments'
import { comments as table } from './schema/comments'
import * as settings from './settings'
import type { CommentInput } from './submissions'

let count = 0

export const guest = (address = 'somewhere') => readerActor(address)

/** Sets the site's policy; what is not given lets everything in. */
export const setPolicy = (policy: Record<string, unknown>, now: Date) =>
  settings.set(
    systemActor('test'),
    Object.fromEntries(
      Object.entries({
        mode: 'open',
        closeAfterDays: 0,
        clock: 'published',
        graceMinutes: 10,
        perAddressPerMinute: 0,
        perArticlePerMinute: 0,
        holdFromLinks: 0,
        ...policy,
      }).map(([key, value]) => [`discussion.${key}`, value]),
    ),
    now,
  )

/** A comment with words of its own. */
export const typed = (articleId: number, changes: Partial<CommentInput> = {}): CommentInput => ({
  articleId,
  parentId: null,
  name: 'Dana',
  email: 'dana@example.com',
  website: '',
  comment: `Comment number ${++count}`,
  renderedAt: null,
  trap: '',
  ...changes,
})

/** Posts a comment of a guest and returns its id; throws where it is not published at once. */
export async function say(
  articleId: number,
  now: Date,
  changes: Partial<CommentInput> = {},
): Promise<number> {
  const result = await comments.post(guest(), typed(articleId, changes), now)
  if (result.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(result)}`)
  return result.id
}

/** How many comments an article has, whatever became of them. */
export const countStored = (articleId: number) => db().$count(table, eq(table.articleId, articleId))

/** So many held comments of one instant. */
export const crowd = (articleId: number, count: number, createdAt: Date) =>
  transact(async (tx) => {
    const said = { name: 'Crowd', source: 'Words', html: '<p>Words</p>', renderedBy: RENDERER_VERSION }
    for (let i = 0; i < count; i++)
      await tx
        .insert(table)
        .values({ ...said, articleId, depth: 0, state: 'held', shown: false, reasons: [], createdAt })
  })
