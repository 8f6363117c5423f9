import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@/domain/discussion/state'
import * as articles from './articles'
import { countClosedLately, listClosedLately } from './closed-lately'
import * as closing from './closing'
import { db } from './client'
import { say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import * as editing from './editing'
import { draftOf, makePublished, makeStaff, readBy, touchedBy } from './fixtures'
import * as publishing from './publishing'
import { articles as table } from './schema/articles'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const on = (day: number) => new Date(published.getTime() + day * DAY_MS)
const editor = await makeStaff('editor')
const closed = async () => {
  await setPolicy({}, published)
  const made = await makePublished(editor, published)
  await editing.setDiscussion(editor, made.id, { discussion: 'closed' }, on(1))
  return made
}

describe('the digest', () => {
  it('says how a discussion went that closed, and which questions nobody answered', async () => {
    await setPolicy({ closeAfterDays: 14 }, published)
    const article = await makePublished(editor, published)
    const open = await say(article.id, on(1), { comment: 'Why not?' })
    const asked = await say(article.id, on(2), { comment: 'And when?' })
    await comments.post(editor, typed(article.id, { parentId: asked, comment: 'Soon.' }), on(3))
    await say(article.id, on(4), { comment: 'Thank you.' })
    expect(await listClosedLately(editor, on(13))).toEqual([])
    expect(await countClosedLately(on(13))).toBe(0)
    const [lately, ...others] = await listClosedLately(editor, on(15))
    expect(others).toEqual([])
    expect(await countClosedLately(on(15))).toBe(1)
    expect(lately).toMatchObject({
      id: article.id,
      comments: 4,
      byStaff: 1,
      guests: 1,
      held: 0,
      closedAt: on(14),
    })
    expect(lately?.questions.map(({ id }) => id)).toEqual([open])
    expect(await listClosedLately(editor, on(29))).toEqual([])
    expect(await listClosedLately(await makeStaff('author'), on(15))).toEqual([])
  })
})

describe('a closing note', () => {
  it('stands on the page while the discussion is closed, and there alone', async () => {
    const { id, slug } = await closed()
    const touched = await touchedBy(() => closing.setNote(editor, id, 'Thank you, *all*.', on(2)))
    expect(touched).toContain(`article:${id}`)
    expect((await articles.getPublished(slug, on(3)))?.closingNote).toMatchObject({
      name: editor.name,
      html: expect.stringContaining('<em>all</em>'),
    })
    await editing.setDiscussion(editor, id, { discussion: 'open' }, on(4))
    expect((await articles.getPublished(slug, on(5)))?.closingNote).toBeNull()
    expect(await closing.getNoteSource(id)).toBe('Thank you, *all*.')
    await closing.setNote(editor, id, '', on(6))
    expect(await closing.getNoteSource(id)).toBe('')
  })
})

describe('after closing', () => {
  it('what staff say is marked, also once the discussion is open again', async () => {
    const { id } = await closed()
    await comments.post(editor, typed(id), on(2))
    await editing.setDiscussion(editor, id, { discussion: 'open' }, on(3))
    await comments.post(editor, typed(id), on(4))
    const { roots } = await listThread(id, {}, on(5))
    expect(roots.map(({ afterClosing }) => afterClosing)).toEqual([true, false])
  })

  it('a switch alone stops threads or replies', async () => {
    await setPolicy({}, published)
    const { id } = await makePublished(editor, published)
    const first = await say(id, on(1))
    await closing.setSwitches(editor, id, { threads: 'never', replies: null, mentions: null }, on(2))
    await say(id, on(3), { parentId: first })
    await expect(say(id, on(3))).rejects.toThrow(/closed/)
    await closing.setSwitches(editor, id, { threads: null, replies: 'never', mentions: null }, on(4))
    await say(id, on(5))
    await expect(say(id, on(5), { parentId: first })).rejects.toThrow(/closed/)
  })

  it('a page holds until the discussion opens again', async () => {
    const { id, slug } = await closed()
    await editing.setDiscussion(editor, id, { discussion: 'closed', reopensAt: on(9) }, on(2))
    const { reading, result } = await readBy(() => articles.getPublished(slug, on(3)))
    expect(reading.holdsUntil).toEqual(on(9))
    // since it was closed, not since the date was set
    expect(result?.discussion).toMatchObject({ closedAt: on(1), reopensAt: on(9) })
    await say(id, on(9))
  })
})

describe('an update', () => {
  const renewedAt = async (id: number) =>
    (await db().select({ at: table.renewedAt }).from(table).where(eq(table.id, id)))[0]?.at

  it('starts the days again, unless it is a small correction', async () => {
    const { id } = await makePublished(editor, published)
    await editing.saveDraft(editor, id, await draftOf(id, { title: 'A comma' }), on(1))
    await publishing.publish(editor, id, { isSmall: true }, on(1))
    expect(await renewedAt(id)).toBeNull()
    await editing.saveDraft(editor, id, await draftOf(id, { title: 'A chapter' }), on(2))
    await publishing.publish(editor, id, {}, on(2))
    expect(await renewedAt(id)).toEqual(on(2))
  })
})

describe('another date', () => {
  it('that closes or opens comments has to be agreed to', async () => {
    await setPolicy({ closeAfterDays: 14 }, published)
    const { id, slug } = await makePublished(editor, published)
    const earlier = on(-10)
    const asked = await publishing.changeDate(editor, id, { publishAt: earlier, agreed: null }, on(5))
    expect(asked).toEqual({ kind: 'refused', reason: 'closes' })
    expect((await articles.getPublished(slug, on(5)))?.publishAt).toEqual(published)
    await publishing.changeDate(editor, id, { publishAt: earlier, agreed: 'closes' }, on(5))
    expect((await articles.getPublished(slug, on(5)))?.discussion.state).toBe('closed')
    const back = { publishAt: published, agreed: 'closes' as const }
    expect(await publishing.changeDate(editor, id, back, on(5))).toMatchObject({ reason: 'opens' })
  })

  it('changes nothing that readers read', async () => {
    await setPolicy({}, published)
    const { id, slug } = await makePublished(editor, published, { title: 'As it is' })
    await editing.saveDraft(editor, id, await draftOf(id, { title: 'As it will be' }), on(1))
    await publishing.changeDate(editor, id, { publishAt: on(-1), agreed: null }, on(2))
    expect(await articles.getPublished(slug, on(3))).toMatchObject({ title: 'As it is', publishAt: on(-1) })
  })
})
