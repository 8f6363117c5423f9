import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { readerActor } from '@/domain/actor'
import type { QueueFilter } from '@/domain/comments/queue'
import { db, transact } from './client'
import { catchUp, readMore } from './comment-search'
import { crowd, say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { eq } from 'drizzle-orm'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { listQueue } from './queue'
import { countQueue } from './queue-counts'
import { comments as table } from './schema/comments'
import { jobs } from './schema/jobs'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-06-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

let moderator: StaffActor
let articleId = 0

beforeEach(async () => {
  moderator = await makeStaff('moderator')
  articleId = (await makePublished(await makeStaff('editor'), daysAgo(900))).id
  await setPolicy({}, daysAgo(900))
})

const ids = async (filter: Partial<QueueFilter>, more: object = {}) =>
  (await listQueue(moderator, { state: 'published', ...filter, ...more }, now)).items.map(({ id }) => id)

describe('the queue', () => {
  test('runs from new to old or from old to new, and page by page both ways', async () => {
    const all = []
    for (let n = 5; n > 0; n--) all.push(await say(articleId, daysAgo(n)))
    const [a, b, c, d, e] = all
    const asked = { state: 'published' as const, article: articleId, limit: 2 }
    const first = await listQueue(moderator, asked, now)
    expect(first).toMatchObject({ items: [{ id: e }, { id: d }], previous: null })
    const second = await listQueue(moderator, { ...asked, after: first.next ?? '' }, now)
    expect(second.items.map(({ id }) => id)).toEqual([c, b])
    const third = await listQueue(moderator, { ...asked, after: second.next ?? '' }, now)
    expect(third).toMatchObject({ items: [{ id: a }], next: null })
    const back = await listQueue(moderator, { ...asked, before: third.previous ?? '' }, now)
    expect(back.items.map(({ id }) => id)).toEqual([c, b])
    const start = await listQueue(moderator, { ...asked, before: back.previous ?? '' }, now)
    expect(start).toMatchObject({ items: [{ id: e }, { id: d }], previous: null, next: first.next })
    expect(await ids({ article: articleId }, { order: 'oldest' })).toEqual(all)
  })

  test('shows what a reply answers', async () => {
    const root = await say(articleId, daysAgo(2))
    await say(articleId, daysAgo(1), { parentId: root })
    const { items } = await listQueue(moderator, { state: 'published', article: articleId }, now)
    expect(items[0]).toMatchObject({ parent: { id: root, name: 'Dana' }, isStaff: false })
  })

  test('is narrowed by author, by address and by age', async () => {
    const email = 'someone@example.net'
    const old = await say(articleId, daysAgo(40), { email })
    const young = await say(articleId, daysAgo(3), { email })
    await say(articleId, daysAgo(3))
    expect(await ids({ author: email })).toEqual([young, old])
    expect(await ids({ author: email, age: 'week' })).toEqual([young])
    expect(await ids({ author: email, age: 'over-month' })).toEqual([old])
    expect(await ids({ author: email, age: 'over-month' }, { order: 'oldest' })).toEqual([old])
    expect(await countQueue(moderator, { author: email, age: 'month' }, now)).toMatchObject({ published: 1 })
    const posted = await comments.post(readerActor('elsewhere'), typed(articleId), daysAgo(1))
    if (posted.kind !== 'published') throw new Error('Not published')
    expect(await ids({ near: posted.id })).toEqual([posted.id])
    expect(await ids({ near: 999_999 })).toEqual([])
  })

  test('is narrowed by any of the reasons that a comment was put aside for', async () => {
    await setPolicy({ mode: 'hold-all' }, daysAgo(1))
    await comments.post(readerActor(null), typed(articleId), now)
    await comments.post(readerActor(null), typed(articleId, { trap: 'x' }), now)
    const here = { article: articleId, state: 'held' as const }
    expect(await ids({ ...here, reason: 'mode' })).toHaveLength(1)
    expect(await ids({ ...here, reason: 'trap' })).toEqual([])
    expect(await countQueue(moderator, { ...here, reason: 'trap' }, now)).toMatchObject({ held: 0, spam: 1 })
  })
})

describe('a search', () => {
  const found = async (text: string, filter: Partial<QueueFilter> = {}) => {
    await catchUp(now)
    return ids({ article: articleId, text, ...filter })
  }

  test('finds names, addresses and words, whatever their accents and endings', async () => {
    const id = await say(articleId, now, {
      name: 'Zoë Quillfeather',
      email: 'zq@obscure.example',
      comment: 'The invoices were never paid',
    })
    for (const text of ['quillfeather', 'zoe', 'obscure', 'invoice paid', '"never paid"', 'INVOICES'])
      expect(await found(text), text).toEqual([id])
    for (const text of ['"paid never"', 'invoice missing', '()', '"', 'NEAR(', "x' OR 1"])
      expect(await found(text), text).toEqual([])
  })

  test('keeps to the other conditions and counts by them', async () => {
    const kept = await say(articleId, now, { comment: 'A marzipan lighthouse' })
    const spam = await say(articleId, now, { comment: 'Another marzipan lighthouse' })
    await moderation.decide(moderator, { id: spam, state: 'spam' }, now)
    expect(await found('marzipan')).toEqual([kept])
    expect(await found('marzipan', { state: 'spam' })).toEqual([spam])
    expect(await countQueue(moderator, { text: 'marzipan' }, now)).toMatchObject({ published: 1, spam: 1 })
  })

  test('goes on over pages in both directions', async () => {
    const all = []
    for (let n = 0; n < 3; n++) all.push(await say(articleId, daysAgo(n), { comment: `Porcupine ${n}` }))
    await catchUp(now)
    const asked = { state: 'published' as const, text: 'porcupine', limit: 2 }
    const first = await listQueue(moderator, asked, now)
    const second = await listQueue(moderator, { ...asked, after: first.next ?? '' }, now)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.toReversed())
    const back = await listQueue(moderator, { ...asked, before: second.previous ?? '' }, now)
    expect(back.items).toEqual(first.items)
  })

  // the triggers that this stands on would be lost, without a word, where a migration built the table anew
  test('finds what was changed by its new words only, and what was deleted not at all', async () => {
    const id = await say(articleId, now, { comment: 'Before xylophone' })
    expect(await found('xylophone')).toEqual([id])
    await transact((tx) => tx.update(table).set({ source: 'After glockenspiel' }).where(eq(table.id, id)))
    expect(await found('xylophone')).toEqual([])
    expect(await found('glockenspiel')).toEqual([id])
    await transact((tx) => tx.delete(table).where(eq(table.id, id)))
    expect(await found('glockenspiel')).toEqual([])
  })

  test('reads on in steps until it has read everything', async () => {
    for (let n = 0; n < 3; n++) await say(articleId, now, { comment: `Quokka ${n}` })
    // each turn is a short one, and asks for the next
    await crowd(articleId, 1_001, now)
    await readMore(0)
    expect(await db().$count(jobs, eq(jobs.kind, 'read-comments'))).toBe(1)
    await readMore(0)
    expect(await catchUp(now)).toEqual({ isBehind: false })
    expect(await ids({ text: 'quokka' })).toHaveLength(3)
  })
})
