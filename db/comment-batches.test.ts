import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readerActor, type StaffActor } from '@/domain/actor'
import { run } from './batch-steps'
import * as articleBatches from './batches'
import { db } from './client'
import * as batches from './comment-batches'
import * as commentEdits from './comment-edits'
import { catchUp } from './comment-search'
import { crowd, say, setPolicy, typed } from './comment-fixtures'
import * as posts from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { getNews } from './queue-news'
import { countWrong } from './recount'
import * as reports from './reports'
import { comments } from './schema/comments'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const start = new Date('2026-06-01T12:00:00Z')
let clock = start.getTime()
const later = () => new Date((clock += 1_000))

let moderator: StaffActor
let articleId = 0
beforeEach(async () => {
  moderator = await makeStaff('moderator')
  articleId = (await makePublished(await makeStaff('editor'), start)).id
  await setPolicy({}, start)
})

const stateOf = async (id: number) =>
  (await db().select({ state: comments.state }).from(comments).where(eq(comments.id, id)))[0]?.state

async function remove(ids: number[]): Promise<number> {
  const ordered = await batches.order(moderator, { ids, from: 'published', to: 'removed' }, later())
  if (ordered.kind !== 'done') throw new Error(ordered.reason)
  await run(ordered.id, later)
  return ordered.id
}

const report = (commentId: number) =>
  reports.report(readerActor(`reader of ${commentId}`), { commentId, reason: 'spam', text: '' }, later())

async function hold(network: string) {
  const posted = await posts.post(readerActor(network), typed(articleId), later())
  if (posted.kind !== 'held') throw new Error(`Not held: ${posted.kind}`)
  const own = await posts.getByToken(posted.token, later())
  return { token: posted.token, id: own?.comment.id ?? 0 }
}

test('many are decided about at once, and all of it is taken back at once', async () => {
  const root = await say(articleId, later())
  const ids = [root, await say(articleId, later(), { parentId: root }), await say(articleId, later())]
  const batchId = await remove(ids)
  for (const id of ids) expect(await stateOf(id)).toBe('removed')
  expect(await db().$count(audit, and(eq(audit.batchId, batchId)))).toBe(3)
  expect(await countWrong(articleId, db())).toBe(0)
  await batches.undo(moderator, batchId, later())
  await run(batchId, later)
  for (const id of ids) expect(await stateOf(id)).toBe('published')
  expect(await countWrong(articleId, db())).toBe(0)
  expect((await batches.listBatches(moderator))[0]).toMatchObject({
    ...{ id: batchId, state: 'undone', changed: 3, restored: 3, ordered: 3 },
    undoneBy: moderator.name,
  })
  expect(await batches.undo(moderator, batchId, later())).toMatchObject({ reason: 'undone' })
})

test('what somebody decided first is left alone, and it is said who decided what when', async () => {
  const [mine, theirs] = [await say(articleId, later()), await say(articleId, later())]
  const other = await makeStaff('editor')
  const at = later()
  await moderation.decide(other, { id: theirs, state: 'spam' }, at)
  const batchId = await remove([mine, theirs])
  expect(await stateOf(theirs)).toBe('spam')
  expect(await batches.outcomeOf(batchId, [mine, theirs])).toEqual({
    done: [mine],
    changed: [{ id: theirs, state: 'spam', by: other.name, at }],
  })
})

test('a text that its author changed after it was read is not let out with the others', async () => {
  await setPolicy({ mode: 'hold-all' }, start)
  const [calm, edited] = [await hold('one'), await hold('other')]
  const readAt = later().getTime()
  await commentEdits.edit(readerActor('other'), edited.token, 'What nobody has read', later())
  const ids = [calm.id, edited.id]
  const ordered = await batches.order(moderator, { ids, from: 'held', to: 'published', readAt }, later())
  if (ordered.kind !== 'done') throw new Error(ordered.reason)
  await run(ordered.id, later)
  expect([await stateOf(calm.id), await stateOf(edited.id)]).toEqual(['published', 'held'])
})

test('what is written after one looked is not among them, however it is found', async () => {
  const before = await say(articleId, later(), { comment: 'Unheard words' })
  await report(before)
  const looked = later()
  await report(await say(articleId, later(), { comment: 'Unheard words, later' }))
  await catchUp(later())
  const all = { state: 'published', article: articleId } as const
  for (const filter of [all, { ...all, text: 'unheard' }, { ...all, reported: true }])
    expect((await batches.listMatching(moderator, filter, looked)).ids).toEqual([before])
})

test('taking back leaves alone what somebody decided since, also where it is the same', async () => {
  const ids = [await say(articleId, later()), await say(articleId, later()), await say(articleId, later())]
  const [same = 0, other = 0, mine = 0] = ids
  const batchId = await remove(ids)
  await moderation.decide(moderator, { id: same, state: 'published' }, later())
  await moderation.decide(moderator, { id: same, state: 'removed' }, later())
  await moderation.decide(moderator, { id: other, state: 'spam' }, later())
  await batches.undo(moderator, batchId, later())
  await run(batchId, later)
  expect([await stateOf(same), await stateOf(other), await stateOf(mine)]).toEqual([
    'removed',
    'spam',
    'published',
  ])
})

test('one of many can be taken back by itself', async () => {
  const [one = 0, other = 0] = [await say(articleId, later()), await say(articleId, later())]
  await remove([one, other])
  await moderation.undo(moderator, { id: one }, later())
  expect([await stateOf(one), await stateOf(other)]).toEqual(['published', 'removed'])
})

test('an order about more than a step holds is carried out to its end', async () => {
  await crowd(articleId, 450, later())
  const { ids, isMore } = await batches.listMatching(
    moderator,
    { state: 'held', article: articleId },
    later(),
  )
  expect([ids.length, isMore]).toEqual([450, false])
  const ordered = await batches.order(moderator, { ids, from: 'held', to: 'spam' }, later())
  if (ordered.kind !== 'done') throw new Error('Not ordered')
  await run(ordered.id, later)
  expect(
    await db().$count(comments, and(eq(comments.articleId, articleId), eq(comments.state, 'spam'))),
  ).toBe(450)
})

test('whoever may not moderate orders nothing, sees nothing and takes nothing back', async () => {
  const id = await say(articleId, later())
  const batchId = await remove([id])
  for (const actor of [await makeStaff('author'), readerActor(null)]) {
    const order = { ids: [id], from: 'removed' as const, to: 'published' as const }
    expect(await batches.order(actor, order, later())).toMatchObject({ reason: 'forbidden' })
    expect(await batches.undo(actor, batchId, later())).toMatchObject({ reason: 'forbidden' })
    expect(await batches.listBatches(actor)).toEqual([])
    expect(await batches.listMatching(actor, { state: 'removed' }, later())).toEqual({
      ids: [],
      isMore: false,
    })
  }
})

test('orders about comments and about discussions do not get into each other’s lists', async () => {
  const batchId = await remove([await say(articleId, later())])
  const owner = await makeStaff('owner')
  expect((await articleBatches.listBatches(owner)).some(({ id }) => id === batchId)).toBe(false)
  expect(await articleBatches.undo(owner, batchId, later())).toEqual({ kind: 'missing' })
})

test('a queue learns what arrived, and what others decided about what it shows', async () => {
  const seen = await say(articleId, later())
  const since = later()
  const filter = { state: 'published', article: articleId } as const
  const look = () => getNews(moderator, filter, { since, seen: new Map([[seen, 'published']]) }, later())
  expect(await look()).toEqual({ arrived: 0, changed: [] })
  await say(articleId, later())
  const other = await makeStaff('editor')
  await moderation.decide(other, { id: seen, state: 'spam' }, later())
  expect(await look()).toMatchObject({ arrived: 1, changed: [{ id: seen, state: 'spam', by: other.name }] })
})
