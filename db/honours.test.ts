import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { type Honour, PINS_MAX } from '@/domain/comments/honours'
import { db } from './client'
import { guest, say, setPolicy } from './comment-fixtures'
import { makePublished, makeStaff, touchedBy } from './fixtures'
import { honour, listHonourable } from './honours'
import * as moderation from './moderation'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const now = new Date('2024-03-25T16:00:00Z')

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, published)
  await setPolicy({}, published)
})

const give = (id: number, kind: Honour = 'pin', actor: Parameters<typeof honour>[0] = editor) =>
  honour(actor, { id, honour: kind, given: true }, now)
const pinned = async () => (await listThread(article.id, {}, now)).pinned.map(({ id }) => id)

describe('a comment', () => {
  it('that is pinned stands at the head and in its thread, until it is unpinned', async () => {
    const root = await say(article.id, now)
    const reply = await say(article.id, now, { parentId: root })
    const tags = await touchedBy(() => give(reply))
    expect([...tags]).toEqual([`comments:${article.id}`])
    const thread = await listThread(article.id, {}, now)
    expect(thread.pinned).toMatchObject([{ id: reply, pinned: true }])
    expect(thread.roots).toMatchObject([{ id: root, pinned: false, replies: [{ id: reply, pinned: true }] }])
    await honour(editor, { id: reply, honour: 'pin', given: false }, now)
    expect(await pinned()).toEqual([])
  })

  it('that is highlighted says so where it stands', async () => {
    const id = await say(article.id, now)
    await give(id, 'highlight')
    expect((await listThread(article.id, {}, now)).roots).toMatchObject([{ id, highlighted: true }])
    expect(await pinned()).toEqual([])
  })

  it('that is no longer published loses both, and gets neither back with its state', async () => {
    const id = await say(article.id, now)
    await give(id)
    await give(id, 'highlight')
    await moderation.decide(editor, { id, state: 'held' }, now)
    expect(await give(id)).toEqual({ kind: 'refused', reason: 'not-published' })
    await moderation.undo(editor, { id }, now)
    expect((await listThread(article.id, {}, now)).roots).toMatchObject([
      { pinned: false, highlighted: false },
    ])
  })

  it('leaves a row of what was done, and none where nothing was', async () => {
    const id = await say(article.id, now)
    await give(id)
    await give(id)
    const rows = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, `comment:${id}`))
    expect(rows).toMatchObject([
      { verb: 'comment.pin', accountId: editor.accountId, before: false, after: true },
    ])
  })
})

it(`no more than ${PINS_MAX} stand at the head, in the order in which they were pinned`, async () => {
  const ids: number[] = []
  for (let i = 0; i <= PINS_MAX; i++) ids.push(await say(article.id, now))
  const [first = 0, ...others] = ids
  for (const [i, id] of others.entries())
    await honour(editor, { id, honour: 'pin', given: true }, new Date(now.getTime() + i))
  expect(await give(first)).toEqual({ kind: 'refused', reason: 'full' })
  expect(await give(first, 'highlight')).toEqual({ kind: 'done' })
  expect(await pinned()).toEqual(others)
})

describe('who opens and closes a discussion says what stands out in it:', () => {
  it.each([
    ['owner', true, true],
    ['editor', true, true],
    ['moderator', true, true],
    ['author', true, false],
    ['contributor', false, false],
    ['reviewer', false, false],
  ] as const)('%s, on an article of their own: %s, of others: %s', async (role, own, ofOthers) => {
    const actor = await makeStaff(role)
    const mine = await makePublished({ ...editor, personId: actor.personId }, published)
    for (const [{ id: articleId }, may] of [
      [mine, own],
      [article, ofOthers],
    ] as const) {
      const result = await give(await say(articleId, now), 'highlight', actor)
      expect(result).toEqual(may ? { kind: 'done' } : { kind: 'refused', reason: 'forbidden' })
      expect((await listHonourable(actor, articleId, null, now)) !== null).toBe(may)
    }
  })

  it('no reader', async () => {
    expect(await give(await say(article.id, now), 'pin', guest())).toEqual({
      kind: 'refused',
      reason: 'forbidden',
    })
    expect(await listHonourable(guest(), article.id, null, now)).toBeNull()
  })
})
