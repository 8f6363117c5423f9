import { beforeEach, describe, expect, it } from 'vitest'
import { countPublished, flat, grow } from './comment-fixtures'
import { makePublished, makeStaff } from './fixtures'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const now = new Date('2024-03-25T16:00:00Z')

let articleId = 0

beforeEach(async () => {
  articleId = (await makePublished(await makeStaff('editor'), published)).id
})

describe('a page of a discussion', () => {
  it('holds so many roots, the oldest first, and goes on after the last', async () => {
    const ids = await grow(
      articleId,
      Array.from({ length: 7 }, () => null),
    )
    const first = await listThread(articleId, { limit: 4 }, now)
    const second = await listThread(articleId, { limit: 4, after: first.next }, now)
    expect([...first.roots, ...second.roots].map((view) => view.id)).toEqual(ids)
    expect(second.next).toBeNull()
  })

  it('is followed the other way round where the newest stand first; replies stay in the order they were said in', async () => {
    const ids = await grow(articleId, [null, null, null, 0, 0])
    const first = await listThread(articleId, { limit: 2, order: 'newest' }, now)
    const second = await listThread(articleId, { limit: 2, order: 'newest', after: first.next }, now)
    expect([...first.roots, ...second.roots].map((view) => view.id)).toEqual(ids.slice(0, 3).toReversed())
    expect(second.roots[0]?.replies.map((view) => view.id)).toEqual(ids.slice(3))
    expect(second.next).toBeNull()
  })

  it('starts at the beginning for a cursor that nobody made', async () => {
    const ids = await grow(articleId, [null, null])
    expect((await listThread(articleId, { after: 'x' }, now)).roots).toHaveLength(ids.length)
  })

  it('is bounded, keeps every reply under its parent, and counts what it leaves out', async () => {
    // one root with a bushy thread of 400, one with a line of 100, one with two replies
    const bush = Array.from({ length: 400 }, (_, i) => (i < 3 ? 0 : 3 + Math.floor((i - 3) / 3)))
    const line = Array.from({ length: 100 }, (_, i) => (i === 0 ? 1 : 402 + i))
    await grow(articleId, [null, null, null, ...bush, ...line, 2, 2])
    const { roots } = await listThread(articleId, {}, now)
    expect(await countPublished(articleId)).toBe(505)
    const all = flat(roots)
    expect(all.length).toBeLessThanOrEqual(3 + 200)
    expect(roots.map((root) => flat([root]).length)).toEqual([100, 100, 3])
    for (const view of all) for (const reply of view.replies) expect(reply.parentId).toBe(view.id)
    expect(all.filter((view) => view.moreReplies > 0).length).toBeGreaterThan(0)
  })
})
