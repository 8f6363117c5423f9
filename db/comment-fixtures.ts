import { and, eq } from 'drizzle-orm'
import { readerActor, systemActor } from '@/domain/actor'
import { RENDERER_VERSION } from '@/domain/comments/markdown'
import { db, transact } from './client'
import type { CommentView } from './comment-views'
import * as comments from './comments'
import { recount } from './recount'
import { articles } from './schema/articles'
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
/** As readers are told. */
export async function countPublished(articleId: number): Promise<number | undefined> {
  const [article] = await db()
    .select({ count: articles.commentCount })
    .from(articles)
    .where(eq(articles.id, articleId))
  return article?.count
}

export const countStored = (articleId: number) => db().$count(table, eq(table.articleId, articleId))

/** The comments that wait for a decision. */
export const listHeld = async (articleId: number): Promise<number[]> => {
  const isHeld = and(eq(table.articleId, articleId), eq(table.state, 'held'))
  return (await db().select({ id: table.id }).from(table).where(isHeld)).map(({ id }) => id)
}

/** So many held comments of one instant. */
export const crowd = (articleId: number, count: number, createdAt: Date) =>
  transact(async (tx) => {
    const said = { name: 'Crowd', source: 'Words', html: '<p>Words</p>', renderedBy: RENDERER_VERSION }
    for (let i = 0; i < count; i++)
      await tx
        .insert(table)
        .values({ ...said, articleId, depth: 0, state: 'held', shown: false, reasons: [], createdAt })
  })

/** Stores comments by `Writer 0` and so on, whose parents are given by their places in the list; returns their ids. */
export function grow(articleId: number, parents: (number | null)[]): Promise<number[]> {
  const createdAt = new Date('2024-03-25T16:00:00Z')
  return transact(async (tx) => {
    const rows: { id: number; rootId: number | null; depth: number }[] = []
    for (const [n, place] of parents.entries()) {
      const parent = place === null ? undefined : rows[place]
      const rootId = parent ? (parent.rootId ?? parent.id) : null
      const depth = parent ? parent.depth + 1 : 0
      const words = `What writer ${n} says`
      const said = { source: words, html: `<p>${words}</p>`, renderedBy: RENDERER_VERSION }
      const values = { ...said, articleId, parentId: parent?.id ?? null, rootId, depth, reasons: [] }
      const [row] = await tx
        .insert(table)
        .values({ ...values, name: `Writer ${n}`, state: 'published', shown: true, createdAt })
        .returning({ id: table.id })
      rows.push({ id: row?.id ?? 0, rootId, depth })
    }
    await recount(tx, articleId)
    return rows.map((row) => row.id)
  })
}

/** A comment and all that stands beneath it. */
export const flat = (views: CommentView[]): CommentView[] =>
  views.flatMap((view) => [view, ...flat(view.replies)])

export const at = (ids: number[], place: number) => ids[place] ?? 0

/** Makes the comments of an address look as if they were posted then. */
export const age = (email: string, createdAt: Date) =>
  transact((tx) => tx.update(table).set({ createdAt }).where(eq(table.email, email)))

export const anAddress = () => `person-${++count}@example.com`

/** Posts as a guest, by themselves at a network of their own and with an address of their own where nothing else is said. */
export async function write(
  articleId: number,
  at: Date,
  changes: Partial<CommentInput> = {},
  actor = guest(`net ${++count}`),
) {
  const result = await comments.post(actor, typed(articleId, { email: anAddress(), ...changes }), at)
  if (result.kind === 'refused') throw new Error(`Refused: ${result.reason}`)
  const view = await comments.getByToken(result.token, at)
  return { token: result.token, id: view?.comment.id ?? 0, kind: result.kind }
}
