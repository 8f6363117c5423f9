import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { readerActor, type StaffActor, systemActor } from '@/domain/actor'
import type { BatchAct } from '@/domain/discussion/batch-acts'
import type { BatchFilter } from '@/domain/discussion/batches'
import { DAY_MS } from '@/domain/discussion/state'
import { setMode } from './article-mode'
import * as batches from './batches'
import { run, step } from './batch-steps'
import { db } from './client'
import { say, setPolicy } from './comment-fixtures'
import * as editing from './editing'
import { makePublished, makeStaff, makeTopic, touchedBy } from './fixtures'
import { articles } from './schema/articles'
import { audit, batches as table } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
const editor = await makeStaff('editor')
const author = await makeStaff('author')

const choiceOf = async (id: number) =>
  (await db().select({ discussion: articles.discussion }).from(articles).where(eq(articles.id, id)))[0]
    ?.discussion

async function carryOut(actor: StaffActor, act: BatchAct, filter: BatchFilter, at = now) {
  const ordered = await batches.order(actor, { act, filter, reason: 'Spring cleaning' }, at)
  if (ordered.kind !== 'done') throw new Error(ordered.reason)
  await run(ordered.id, () => at)
  return ordered.id
}
const batchOf = async (id: number) => (await db().select().from(table).where(eq(table.id, id)))[0]

beforeEach(() => setPolicy({ closeAfterDays: 0 }, ago(900)))

describe('an order', () => {
  it('does what its dry run said, to the articles of its filter alone', async () => {
    const topic = await makeTopic()
    const old = await makePublished(editor, ago(100), { topicIds: [topic.id] })
    const active = await makePublished(editor, ago(90), { topicIds: [topic.id] })
    const young = await makePublished(editor, ago(3), { topicIds: [topic.id] })
    const elsewhere = await makePublished(editor, ago(100))
    const kept = await makePublished(editor, ago(100), { topicIds: [topic.id] })
    await editing.setDiscussion(editor, kept.id, { discussion: 'closed' }, ago(50))
    await say(active.id, ago(2))
    const filter = { topicId: topic.id, olderThanDays: 30 }
    const dry = await batches.tryOut(editor, { act: 'close', filter }, now)
    expect(dry).toMatchObject({ articles: 2, active: 1 })
    expect(dry.named.map(({ id }) => id)).toEqual([active.id, old.id])
    const id = await carryOut(editor, 'close', filter)
    expect(await batchOf(id)).toMatchObject({ state: 'done', changed: 2 })
    for (const { id } of [old, active]) expect(await choiceOf(id)).toBe('closed')
    for (const { id } of [young, elsewhere]) expect(await choiceOf(id)).toBe('inherit')
    const rows = await db().select().from(audit).where(eq(audit.batchId, id))
    expect(rows.map(({ subject, actor, reason }) => [subject, actor, reason])).toEqual(
      [old, active].map(({ id }) => [`article:${id}`, editor.name, 'Spring cleaning']),
    )
  })

  it('is taken back to what each article had, but for those that somebody decided about since', async () => {
    const [a, b, c] = [
      await makePublished(editor, ago(20)),
      await makePublished(editor, ago(20)),
      await makePublished(editor, ago(20)),
    ]
    const closesAt = ago(-9)
    await editing.setDiscussion(editor, a.id, { discussion: 'closes-at', closesAt }, ago(10))
    const id = await carryOut(editor, 'close', { ids: [a.id, b.id, c.id] })
    await editing.setDiscussion(editor, c.id, { discussion: 'open' }, now)
    expect(await batches.undo(editor, id, now)).toEqual({ kind: 'done' })
    await run(id, () => now)
    const [restored] = await db().select().from(articles).where(eq(articles.id, a.id))
    expect(restored).toMatchObject({
      discussion: 'closes-at',
      discussionClosesAt: closesAt,
      discussionChangedAt: ago(10),
    })
    expect(await choiceOf(b.id)).toBe('inherit')
    expect(await choiceOf(c.id)).toBe('open')
    expect(await batchOf(id)).toMatchObject({
      state: 'undone',
      changed: 3,
      restored: 2,
      undoneBy: editor.name,
    })
    expect(await batches.undo(editor, id, now)).toEqual({ kind: 'refused', reason: 'undone' })
  })

  it('reopens what a policy closed, and lets go back to it', async () => {
    await setPolicy({ closeAfterDays: 14 }, ago(900))
    const { id } = await makePublished(editor, ago(30))
    const filter = { ids: [id] }
    expect(await batches.tryOut(editor, { act: 'reopen', filter }, now)).toMatchObject({ articles: 1 })
    await carryOut(editor, 'reopen', filter)
    expect(await choiceOf(id)).toBe('open')
    await carryOut(editor, 'follow', filter)
    expect(await choiceOf(id)).toBe('inherit')
  })

  it('goes on in short steps, and where it was cut off', async () => {
    const ids: number[] = []
    for (let n = 0; n < 260; n++) ids.push((await makePublished(editor, ago(20))).id)
    const ordered = await batches.order(editor, { act: 'close', filter: { ids }, reason: '' }, now)
    if (ordered.kind !== 'done') throw new Error(ordered.reason)
    const touched = await touchedBy(() => step(ordered.id, now))
    expect(touched.size).toBe(250)
    expect(await batchOf(ordered.id)).toMatchObject({ state: 'running', changed: 250 })
    expect(await step(ordered.id, now)).toBe(false)
    expect(await batchOf(ordered.id)).toMatchObject({ state: 'done', changed: 260 })
    expect(await step(ordered.id, now)).toBe(false)
  })

  it('of an author reaches the author’s own articles', async () => {
    const mine = await makePublished(author, ago(20))
    const theirs = await makePublished(editor, ago(20))
    const filter = { ids: [mine.id, theirs.id] }
    expect(await batches.tryOut(author, { act: 'close', filter }, now)).toMatchObject({ articles: 1 })
    const id = await carryOut(author, 'close', filter)
    expect(await choiceOf(theirs.id)).toBe('inherit')
    expect(await choiceOf(mine.id)).toBe('closed')
    expect((await batches.listBatches(author)).map((batch) => batch.id)).toContain(id)
    const foreign = await carryOut(editor, 'close', filter)
    expect(await batches.undo(author, foreign, now)).toMatchObject({ reason: 'forbidden' })
    expect((await batches.listBatches(author)).map((batch) => batch.id)).not.toContain(foreign)
  })

  it('changes how comments are let in, and takes that back where nobody decided since', async () => {
    const [a, b, c] = [
      await makePublished(editor, ago(20)),
      await makePublished(editor, ago(20)),
      await makePublished(editor, ago(20)),
    ]
    const modeNow = async (id: number) =>
      (await db().select({ mode: articles.discussionMode }).from(articles).where(eq(articles.id, id)))[0]
        ?.mode
    await setMode(editor, a.id, { mode: 'open' }, ago(5))
    await setMode(editor, c.id, { mode: 'hold-all' }, ago(5))
    const filter = { ids: [a.id, b.id, c.id] }
    const dry = await batches.tryOut(editor, { act: 'mode-hold-all', filter }, now)
    expect(dry.articles).toBe(2)
    const id = await carryOut(editor, 'mode-hold-all', filter)
    expect(await batchOf(id)).toMatchObject({ state: 'done', changed: 2 })
    for (const each of [a, b, c]) expect(await modeNow(each.id)).toBe('hold-all')
    await setMode(editor, b.id, { mode: 'confirmed' }, now)
    await batches.undo(editor, id, now)
    await run(id, () => now)
    expect(await Promise.all([a, b, c].map((each) => modeNow(each.id)))).toEqual([
      'open',
      'confirmed',
      'hold-all',
    ])
    await carryOut(editor, 'mode-site', filter)
    expect(await modeNow(c.id)).toBeNull()
  })

  it('finds by the words of a title', async () => {
    const { id } = await makePublished(editor, ago(20), { title: 'Zebra crossings considered' })
    const dry = await batches.tryOut(systemActor('test'), { act: 'close', filter: { search: 'zebra' } }, now)
    expect(dry.named.map((each) => each.id)).toEqual([id])
  })
})

it('is refused to who may not, and leaves nothing', async () => {
  const before = await db().$count(table)
  for (const actor of [readerActor(null), await makeStaff('contributor'), await makeStaff('reviewer')]) {
    expect(await batches.order(actor, { act: 'close', filter: {}, reason: '' }, now)).toMatchObject({
      reason: 'forbidden',
    })
    expect(await batches.undo(actor, 1, now)).toMatchObject({ reason: 'forbidden' })
    expect(await batches.tryOut(actor, { act: 'close', filter: {} }, now)).toMatchObject({ articles: 0 })
    expect(await batches.listBatches(actor)).toEqual([])
  }
  expect(await db().$count(table)).toBe(before)
})
