import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { db, transact } from './client'
import { countPublished, countStored, guest, say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff, readBy, touchedBy } from './fixtures'
import * as moderation from './moderation'
import * as publishing from './publishing'
import { comments as table } from './schema/comments'
import { audit } from './schema/journal'
import { getSite } from './settings'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const soon = new Date(published.getTime() + 60_000)
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, published)
  await setPolicy({}, published)
})

const stored = async (id: number) => (await db().select().from(table).where(eq(table.id, id)))[0]

describe('a comment', () => {
  it('of a guest is published where nothing holds it, and its page learns of it', async () => {
    let id = 0
    const tags = await touchedBy(async () => {
      id = await say(article.id, soon, { comment: '*Hello*', website: 'https://example.com/' })
    })
    expect(tags).toEqual(new Set([`comments:${article.id}`]))
    expect(await stored(id)).toMatchObject({
      state: 'published',
      shown: true,
      depth: 0,
      rootId: null,
      source: '*Hello*',
    })
    const thread = await listThread(article.id, {}, soon)
    expect(await countPublished(article.id)).toBe(1)
    expect(thread.next).toBeNull()
    expect(thread.roots).toMatchObject([
      {
        id,
        name: 'Dana',
        website: 'https://example.com/',
        html: '<p><em>Hello</em></p>',
        staff: null,
        tombstone: false,
      },
    ])
  })

  it('remembers which revision was being read', async () => {
    const id = await say(article.id, soon)
    expect((await stored(id))?.revisionId).toEqual(expect.any(Number))
  })

  test.each(['hold-first', 'hold-all', 'confirmed'] as const)(
    'is held under %s, unseen and uncounted',
    async (mode) => {
      await setPolicy({ mode }, published)
      const tags = await touchedBy(async () => {
        expect(await comments.post(guest(), typed(article.id), soon)).toMatchObject({ kind: 'held' })
      })
      expect(tags.size).toBe(0)
      expect(await listThread(article.id, {}, soon)).toMatchObject({ roots: [] })
      expect(await countPublished(article.id)).toBe(0)
    },
  )

  it('of a guest who could be taken for staff, or for the house, is refused', async () => {
    const lookalike = editor.name.replace('e', '\u0435').toUpperCase()
    const house = (await getSite()).name
    for (const name of [editor.name, lookalike, `${editor.name} (editor)`, house, 'Admin'])
      expect([name, await comments.post(guest(), typed(article.id, { name }), soon)]).toMatchObject([
        name,
        { kind: 'refused', reason: 'name' },
      ])
    expect(await countStored(article.id)).toBe(0)
    expect(await comments.post(editor, typed(article.id), soon)).toMatchObject({ kind: 'published' })
  })

  it('of staff is published under their name, whatever the mode, and is in the audit', async () => {
    await setPolicy({ mode: 'hold-all' }, published)
    const result = await comments.post(editor, typed(article.id, { name: '', email: '' }), soon)
    expect(result.kind).toBe('published')
    const [view] = (await listThread(article.id, {}, soon)).roots
    expect(view).toMatchObject({ name: editor.name, staff: { id: editor.personId } })
    const rows = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, `comment:${view?.id}`))
    expect(rows).toMatchObject([{ verb: 'comment.post', accountId: editor.accountId }])
  })

  it('that filled in the hidden field looks held to its sender and is spam', async () => {
    const result = await comments.post(guest(), typed(article.id, { trap: 'buy' }), soon)
    if (result.kind !== 'held') throw new Error('The trap was given away')
    expect(await comments.getByToken(result.token, soon)).toMatchObject({
      state: 'spam',
      reasons: [{ rule: 'trap', detail: '' }],
      decidedAt: null,
    })
  })

  it('is refused on a draft, a scheduled and an unpublished article, by staff too', async () => {
    await publishing.unpublish(editor, article.id, soon)
    for (const actor of [guest(), editor])
      expect(await comments.post(actor, typed(article.id), soon)).toEqual({
        kind: 'refused',
        reason: 'not-found',
      })
    const scheduled = await makePublished(editor, soon)
    expect(await comments.post(guest(), typed(scheduled.id), published)).toMatchObject({
      reason: 'not-found',
    })
    expect(await comments.post(guest(), typed(999_999), soon)).toMatchObject({
      reason: 'not-found',
    })
  })

  it('said twice by the same author in the same place is a duplicate', async () => {
    const first = typed(article.id, { comment: 'Said twice' })
    await comments.post(guest(), first, soon)
    const again = await comments.post(
      guest('elsewhere'),
      { ...first, email: 'DANA@example.com', comment: 'Said  twice\n' },
      soon,
    )
    expect(again).toMatchObject({ kind: 'refused', reason: 'duplicate' })
    expect(await comments.post(guest(), { ...first, email: 'eve@example.com' }, soon)).toMatchObject({
      kind: 'published',
    })
    expect(await countStored(article.id)).toBe(2)
  })

  it('that was removed may be said again', async () => {
    const id = await say(article.id, soon, { comment: 'Once more' })
    await moderation.decide(editor, { id, state: 'removed' }, soon)
    await say(article.id, soon, { comment: 'Once more' })
  })
})

describe('a reply', () => {
  it('nests under its parent, at any depth', async () => {
    const root = await say(article.id, soon)
    const reply = await say(article.id, soon, { parentId: root })
    const deeper = await say(article.id, soon, { parentId: reply })
    expect(await stored(deeper)).toMatchObject({ depth: 2, rootId: root, parentId: reply })
    const { roots } = await listThread(article.id, {}, soon)
    expect(await countPublished(article.id)).toBe(3)
    expect(roots).toMatchObject([
      { id: root, replies: [{ id: reply, replies: [{ id: deeper, moreReplies: 0 }] }] },
    ])
  })

  it('needs a parent that is published in the same article', async () => {
    const elsewhere = await say((await makePublished(editor, published)).id, soon)
    const removed = await say(article.id, soon)
    await moderation.decide(editor, { id: removed, state: 'removed' }, soon)
    for (const parentId of [elsewhere, removed, 999_999])
      expect(await comments.post(guest(), typed(article.id, { parentId }), soon)).toMatchObject({
        reason: 'parent',
      })
  })
})

describe('too many comments', () => {
  it('of one address wait honestly; refusals do not count', async () => {
    await setPolicy({ perAddressPerMinute: 2 }, published)
    await comments.post(guest('one'), typed(article.id), soon)
    await comments.post(guest('one'), typed(article.id), after(soon, 10_000))
    for (const ms of [20_000, 30_000, 59_000]) {
      const result = await comments.post(guest('one'), typed(article.id), after(soon, ms))
      expect(result).toMatchObject({ reason: 'too-fast', retryAfterSeconds: 60 - ms / 1000 })
    }
    await comments.post(guest('another'), typed(article.id), after(soon, 30_000))
    expect(await comments.post(guest('one'), typed(article.id), after(soon, 60_000))).toMatchObject({
      kind: 'published',
    })
    expect(await countStored(article.id)).toBe(4)
  })

  it('on one article wait too, but staff do not and do not count', async () => {
    await setPolicy({ perArticlePerMinute: 2 }, published)
    await comments.post(editor, typed(article.id), soon)
    await comments.post(guest('three'), typed(article.id), soon)
    await comments.post(guest('two'), typed(article.id), soon)
    expect(await comments.post(guest('four'), typed(article.id), soon)).toMatchObject({
      reason: 'too-fast',
      retryAfterSeconds: 60,
    })
    expect(await comments.post(editor, typed(article.id), soon)).toMatchObject({ kind: 'published' })
  })
})

describe('the page of a comment’s author', () => {
  it('opens by the secret alone, follows the decisions, and stores no secret', async () => {
    await setPolicy({ mode: 'hold-first' }, published)
    const result = await comments.post(guest(), typed(article.id, { comment: 'Mine' }), soon)
    if (result.kind !== 'held') throw new Error('Not held')
    const { token } = result
    const own = await comments.getByToken(token, soon)
    expect(own).toMatchObject({
      state: 'held',
      decidedAt: null,
      comment: { name: 'Dana', html: '<p>Mine</p>' },
      article: { slug: article.slug },
    })
    const id = own?.comment.id ?? 0
    expect(JSON.stringify(await stored(id))).not.toContain(token)
    expect(await comments.getByToken(`${token}x`, soon)).toBeNull()
    await moderation.decide(editor, { id, state: 'removed' }, soon)
    expect(await comments.getByToken(token, soon)).toMatchObject({
      state: 'removed',
      decidedAt: soon,
      comment: { html: '<p>Mine</p>' },
    })
  })
})

it('HTML of an older renderer is rendered again when it is read', async () => {
  const id = await say(article.id, soon, { comment: '**now**' })
  await transact((tx) => tx.update(table).set({ renderedBy: 0, html: '<p>then</p>' }).where(eq(table.id, id)))
  expect((await listThread(article.id, {}, soon)).roots[0]?.html).toBe('<p><strong>now</strong></p>')
})

it('a thread says what it read', async () => {
  const { reading } = await readBy(() => listThread(article.id, {}, soon))
  expect(reading.tags).toContain(`comments:${article.id}`)
})
