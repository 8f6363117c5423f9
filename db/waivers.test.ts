import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import { db } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makeStaff } from './fixtures'
import { audit } from './schema/journal'
import * as settings from './settings'
import { freshDatabase } from './testing'
import { endWaiver, listAllWaivers, listWaived, listWaivers, waive, WAIVERS_MAX } from './waivers'

freshDatabase()

const now = new Date('2026-04-01T09:00:00Z')
const later = new Date('2026-04-02T09:00:00Z')
const owner = await makeStaff('owner')

const TEXT = 'Stability It announced that its chief leaves.'
const about = {
  check: 'replacement-pronoun',
  field: 'body',
  quote: 'It',
  context: 'Stability It announced that its chief leaves.',
} as const
const wish = { ...about, reason: 'The name of the firm' }
const draft = () => makeDraft(owner, { document: documentOf(TEXT, 'Another paragraph.') })
const save = async (id: number, ...paragraphs: string[]) =>
  editing.saveDraft(owner, id, await draftOf(id, { document: documentOf(...paragraphs) }), later)

describe('a waiver', () => {
  test('stays with the article, and the journal says who gave it and why', async () => {
    const id = await draft()
    const waived = await waive(owner, id, wish, now)
    expect(waived.kind).toBe('done')
    expect(await listWaivers(id)).toEqual([
      {
        ...about,
        id: waived.kind === 'done' && waived.id,
        reason: 'The name of the firm',
        actor: owner.name,
        waivedAt: now,
        endedAt: null,
        endedBy: null,
      },
    ])
    const [row] = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.subject, `article:${id}`), eq(audit.verb, 'article.waive')))
    expect(row).toMatchObject({ accountId: owner.accountId, reason: 'The name of the firm', after: about })
  })

  test('asked for twice is given once', async () => {
    const id = await draft()
    expect(await waive(owner, id, wish, now)).toEqual(await waive(owner, id, wish, now))
    expect(await listWaived(id)).toHaveLength(1)
  })

  test('is given once for each place of the same words, and ends with one of them', async () => {
    const id = await makeDraft(owner, { document: documentOf(TEXT, 'Between.', TEXT) })
    for (let n = 0; n < 3; n++) await waive(owner, id, wish, now)
    expect(await listWaived(id)).toHaveLength(2)
    await save(id, TEXT, 'Between.')
    expect(await listWaived(id)).toHaveLength(1)
    await save(id, TEXT, 'Between.', TEXT)
    expect(await listWaived(id)).toHaveLength(1)
  })

  test('is not given for words that are not there', async () => {
    const id = await makeDraft(owner, { document: documentOf('Something else.') })
    expect(await waive(owner, id, wish, now)).toEqual({ kind: 'refused', reason: 'changed' })
  })

  test('holds while other words change', async () => {
    const id = await draft()
    await waive(owner, id, wish, now)
    await save(id, 'A new beginning.', TEXT)
    expect(await listWaived(id)).toHaveLength(1)
  })

  test('ends when its words change, and does not come back with them', async () => {
    const id = await draft()
    await waive(owner, id, wish, now)
    await save(id, 'Stability It announced that its founder leaves.')
    expect(await listWaivers(id)).toMatchObject([{ endedAt: later, endedBy: null }])
    await save(id, TEXT)
    expect(await listWaived(id)).toEqual([])
  })

  test('can be taken back, once', async () => {
    const id = await draft()
    const waived = await waive(owner, id, wish, now)
    if (waived.kind !== 'done') throw new Error('Not waived')
    expect(await endWaiver(owner, id, waived.id, later)).toEqual({ kind: 'done' })
    expect(await endWaiver(owner, id, waived.id, later)).toEqual({ kind: 'missing' })
    expect(await listWaivers(id)).toMatchObject([{ endedAt: later, endedBy: owner.name }])
    const [row] = await db().select().from(audit).orderBy(desc(audit.id)).limit(1)
    expect(row).toMatchObject({ verb: 'article.end-waiver', subject: `article:${id}` })
  })

  test('of another article cannot be taken back from here', async () => {
    const [id, other] = [await draft(), await draft()]
    const waived = await waive(owner, id, wish, now)
    if (waived.kind !== 'done') throw new Error('Not waived')
    expect(await endWaiver(owner, other, waived.id, later)).toEqual({ kind: 'missing' })
  })

  test('is one of so many at the most', async () => {
    const id = await makeDraft(owner, { document: documentOf(TEXT) })
    for (let n = 0; n < WAIVERS_MAX; n++)
      expect((await waive(owner, id, { ...wish, check: `replacement-${n}` }, now)).kind).toBe('done')
    expect(await waive(owner, id, wish, now)).toEqual({ kind: 'refused', reason: 'too-many' })
  })
})

describe('who may waive', () => {
  test('is what the site says, of articles whose drafts one reads', async () => {
    const [author, editor] = [await makeStaff('author'), await makeStaff('editor')]
    const own = await makeDraft(author, { document: documentOf(TEXT) })
    const forbidden = { kind: 'refused', reason: 'forbidden' }
    expect(await waive(author, own, wish, now)).toEqual(forbidden)
    expect((await waive(editor, own, wish, now)).kind).toBe('done')
    await settings.set(owner, { 'score.waivers': ['author'] }, now)
    expect((await waive(author, own, { ...wish, check: 'other' }, now)).kind).toBe('done')
    expect(await waive(author, await draft(), wish, now)).toEqual(forbidden)
    expect(await waive(editor, own, { ...wish, check: 'third' }, now)).toEqual(forbidden)
    expect(await waive(readerActor(null), own, wish, now)).toEqual(forbidden)
  })
})

test('all waivers are listed, the newest first, page by page', async () => {
  const first = await listAllWaivers(null, 5)
  const second = await listAllWaivers(first.next, 5)
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  expect(new Set(ids).size).toBe(10)
  expect(first.items[0]?.title).not.toBe('')
})
