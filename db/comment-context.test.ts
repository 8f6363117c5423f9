import { beforeEach, describe, expect, it } from 'vitest'
import { type StaffActor, systemActor } from '@/domain/actor'
import { RENDERER_VERSION } from '@/domain/comments/markdown'
import { transact } from './client'
import { getInContext } from './comment-context'
import { recount } from './recount'
import * as comments from './comments'
import { makePublished, makeStaff, readBy } from './fixtures'
import * as moderation from './moderation'
import * as publishing from './publishing'
import { comments as table } from './schema/comments'
import * as settings from './settings'
import { freshDatabase } from './testing'
import type { CommentView } from './comment-views'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const now = new Date('2024-03-25T16:00:00Z')

let editor: StaffActor
let articleId = 0

beforeEach(async () => {
  editor = await makeStaff('editor')
  articleId = (await makePublished(editor, published)).id
})

/** Stores comments whose parents are given by their places in the list; returns their ids. */
function grow(parents: (number | null)[]): Promise<number[]> {
  return transact(async (tx) => {
    const rows: { id: number; rootId: number | null; depth: number }[] = []
    for (const place of parents) {
      const parent = place === null ? undefined : rows[place]
      const rootId = parent ? (parent.rootId ?? parent.id) : null
      const depth = parent ? parent.depth + 1 : 0
      const said = { name: 'Dana', source: 'Words', html: '<p>Words</p>', renderedBy: RENDERER_VERSION }
      const values = { ...said, articleId, parentId: parent?.id ?? null, rootId, depth, reasons: [] }
      const [row] = await tx
        .insert(table)
        .values({ ...values, state: 'published', shown: true, createdAt: now })
        .returning({ id: table.id })
      rows.push({ id: row?.id ?? 0, rootId, depth })
    }
    await recount(tx, articleId)
    return rows.map((row) => row.id)
  })
}

const flat = (views: CommentView[]): CommentView[] => views.flatMap((view) => [view, ...flat(view.replies)])
const at = (ids: number[], place: number) => ids[place] ?? 0

describe('a comment at its permanent address', () => {
  it('stands between what it answers and the replies to it', async () => {
    const ids = await grow([null, 0, 1, 2, 0])
    const found = await getInContext(at(ids, 2), {}, now)
    expect(found?.ancestors.map((view) => view.id)).toEqual(ids.slice(0, 2))
    expect(found).toMatchObject({ comment: { id: ids[2], replies: [{ id: ids[3] }] }, next: null })
  })

  it('is followed by its replies page by page', async () => {
    const ids = await grow([null, ...Array.from({ length: 5 }, () => 0)])
    const first = await getInContext(at(ids, 0), { limit: 3 }, now)
    const second = await getInContext(at(ids, 0), { limit: 3, after: first?.next ?? null }, now)
    const seen = [first, second].flatMap((page) => page?.comment.replies.map((reply) => reply.id))
    expect(seen).toEqual(ids.slice(1))
    expect(second?.next).toBeNull()
  })

  it('shows the nearest of a long line above it, and says where the line goes on below', async () => {
    const ids = await grow([null, ...Array.from({ length: 40 }, (_, place) => place)])
    const found = await getInContext(at(ids, 20), {}, now)
    expect(found?.ancestors.map((view) => view.id)).toEqual(ids.slice(10, 20))
    const below = flat(found?.comment.replies ?? [])
    expect(below.at(-1)?.moreReplies).toBe(1)
    expect(below.length).toBeLessThan(20)
  })

  it('is not there while it is held, removed without replies, or its article is not public', async () => {
    const [root = 0, reply = 0] = await grow([null, 0])
    await moderation.decide(editor, { id: root, state: 'removed' }, now)
    expect(await getInContext(root, {}, now)).toMatchObject({ comment: { tombstone: true } })
    await moderation.decide(editor, { id: reply, state: 'held' }, now)
    for (const id of [root, reply, 999_999]) expect(await getInContext(id, {}, now)).toBeNull()
    await moderation.decide(editor, { id: reply, state: 'published' }, now)
    await publishing.unpublish(editor, articleId, now)
    expect(await getInContext(reply, {}, now)).toBeNull()
  })

  it('that is not there yet is asked for again every time', async () => {
    expect((await readBy(() => getInContext(999_999, {}, now))).reading.holdsUntil).toEqual(now)
  })

  it('holds until its discussion closes', async () => {
    const [root = 0] = await grow([null])
    await settings.set(systemActor('test'), { 'discussion.closeAfterDays': 14 }, now)
    const { reading } = await readBy(() => getInContext(root, {}, now))
    expect(reading.holdsUntil).toEqual(new Date('2024-04-07T16:00:00Z'))
    expect([...reading.tags]).toEqual(
      expect.arrayContaining([`comments:${articleId}`, `article:${articleId}`, 'site']),
    )
  })
})

describe('a page of a discussion', () => {
  it('holds so many roots, the oldest first, and goes on after the last', async () => {
    const ids = await grow(Array.from({ length: 7 }, () => null))
    const first = await comments.listThread(articleId, { limit: 4 }, now)
    const second = await comments.listThread(articleId, { limit: 4, after: first.next }, now)
    expect([...first.roots, ...second.roots].map((view) => view.id)).toEqual(ids)
    expect([first.total, second.total, second.next]).toEqual([7, 7, null])
  })

  it('starts at the beginning for a cursor that nobody made', async () => {
    const ids = await grow([null, null])
    expect((await comments.listThread(articleId, { after: 'x' }, now)).roots).toHaveLength(ids.length)
  })

  it('is bounded, keeps every reply under its parent, and counts what it leaves out', async () => {
    // one root with a bushy thread of 400, one with a line of 100, one with two replies
    const bush = Array.from({ length: 400 }, (_, i) => (i < 3 ? 0 : 3 + Math.floor((i - 3) / 3)))
    const line = Array.from({ length: 100 }, (_, i) => (i === 0 ? 1 : 402 + i))
    await grow([null, null, null, ...bush, ...line, 2, 2])
    const { roots, total } = await comments.listThread(articleId, {}, now)
    expect(total).toBe(505)
    const all = flat(roots)
    expect(all.length).toBeLessThanOrEqual(3 + 200)
    expect(roots.map((root) => flat([root]).length)).toEqual([100, 100, 3])
    for (const view of all) for (const reply of view.replies) expect(reply.parentId).toBe(view.id)
    expect(all.filter((view) => view.moreReplies > 0).length).toBeGreaterThan(0)
  })
})
