import { beforeEach, describe, expect, it } from 'vitest'
import { type StaffActor, systemActor } from '@/domain/actor'
import { getInContext } from './comment-context'
import { at, flat, grow, say, setPolicy } from './comment-fixtures'
import { makePublished, makeStaff, readBy } from './fixtures'
import * as moderation from './moderation'
import * as publishing from './publishing'
import * as settings from './settings'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const now = new Date('2024-03-25T16:00:00Z')

let editor: StaffActor
let articleId = 0

beforeEach(async () => {
  editor = await makeStaff('editor')
  articleId = (await makePublished(editor, published)).id
})

describe('a comment at its permanent address', () => {
  it('stands between what it answers and the replies to it', async () => {
    const ids = await grow(articleId, [null, 0, 1, 2, 0])
    const found = await getInContext(at(ids, 2), {}, now)
    expect(found?.ancestors.map((view) => view.id)).toEqual(ids.slice(0, 2))
    expect(found).toMatchObject({ comment: { id: ids[2], replies: [{ id: ids[3] }] }, next: null })
  })

  it('is followed by its replies page by page', async () => {
    const ids = await grow(articleId, [null, ...Array.from({ length: 5 }, () => 0)])
    const first = await getInContext(at(ids, 0), { limit: 3 }, now)
    const second = await getInContext(at(ids, 0), { limit: 3, after: first?.next ?? null }, now)
    const seen = [first, second].flatMap((page) => page?.comment.replies.map((reply) => reply.id))
    expect(seen).toEqual(ids.slice(1))
    expect(second?.next).toBeNull()
  })

  it('shows the nearest of a long line above it, and says where the line goes on below', async () => {
    const ids = await grow(articleId, [null, ...Array.from({ length: 40 }, (_, place) => place)])
    const found = await getInContext(at(ids, 20), {}, now)
    expect(found?.ancestors.map((view) => view.id)).toEqual(ids.slice(16, 20))
    const below = flat(found?.comment.replies ?? [])
    expect(below.at(-1)?.moreReplies).toBe(1)
    expect(below.length).toBeLessThan(20)
  })

  it('has a bounded page, however many answer one of its replies', async () => {
    // of its two replies one has 400 replies, and the other 60
    const parents = [
      null,
      0,
      0,
      ...Array.from({ length: 400 }, () => 1),
      ...Array.from({ length: 60 }, () => 2),
    ]
    const found = await getInContext(at(await grow(articleId, parents), 0), {}, now)
    const replies = found?.comment.replies ?? []
    expect(replies.map((reply) => [reply.replies.length, reply.moreReplies])).toEqual([
      [50, 350],
      [50, 10],
    ])
  })

  it('is whole at its own address, and abridged where it stands among others', async () => {
    const comment = 'word '.repeat(2_000).trim()
    await setPolicy({}, published)
    const root = await say(articleId, now, { comment })
    const reply = await say(articleId, now, { comment, parentId: root })
    const found = await getInContext(reply, {}, now)
    expect(found?.comment).toMatchObject({ html: `<p>${comment}</p>`, abridged: false })
    expect(found?.ancestors).toMatchObject([{ abridged: true }])
    expect((await listThread(articleId, {}, now)).roots[0]?.html).toMatch(/^<p>(word ){500,600}…<\/p>$/)
  })

  it('is not there while it is held, removed without replies, or its article is not public', async () => {
    const [root = 0, reply = 0] = await grow(articleId, [null, 0])
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
    const [root = 0] = await grow(articleId, [null])
    await settings.set(systemActor('test'), { 'discussion.closeAfterDays': 14 }, now)
    const { reading } = await readBy(() => getInContext(root, {}, now))
    expect(reading.holdsUntil).toEqual(new Date('2024-04-07T16:00:00Z'))
    expect([...reading.tags]).toEqual(
      expect.arrayContaining([`comments:${articleId}`, `article:${articleId}`, 'site']),
    )
  })
})
