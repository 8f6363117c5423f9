import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { plainText } from '@/domain/document/text'
import type { Check } from '@/domain/score/check'
import type { Block } from '@/domain/score/reading'
import { readDocument } from '@/domain/score/reading'
import { db } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff } from './fixtures'
import { mend, skip, undo } from './repairing'
import { listRepairable, listRepairs } from './repairs'
import { articles, revisions } from './schema/articles'
import { audit } from './schema/journal'
import { giveScore, scoreOf } from './score-fixtures'
import { scoreWith } from './scorer'
import * as settings from './settings'
import { freshDatabase } from './testing'
import { waive } from './waivers'

freshDatabase()

const now = new Date('2026-04-01T12:00:00Z')
const later = new Date('2026-04-02T12:00:00Z')
const owner = await makeStaff('owner')
const TWO = ['We build decentralized It for banks.', 'An It startup moves house.']

const ID = 'replacement-pronoun'
/** Finds every capitalised pronoun, and is certain of each. */
function find(blocks: readonly Block[], id = ID): Check {
  const evidence = blocks.flatMap(({ text }, block) =>
    [...text.matchAll(/\bIt\b/g)].map(({ index }) => ({
      where: { field: 'body', block, from: index, to: index + 2 } as const,
      ...{ quote: 'It', why: 'A pronoun stands where a noun should.', mend: 'Put it back.', instead: 'AI' },
    })),
  )
  return { id, part: 'integrity', points: evidence.length > 0 ? 0 : 100, of: 100, evidence }
}
const scored = (blocks: readonly Block[]) => ({ ...scoreOf(50), checks: [find(blocks)] })
afterAll(scoreWith(({ blocks }) => Promise.resolve(scored(blocks))))

async function score(id: number, total = 50) {
  const { document } = await draftOf(id)
  await giveScore(id, { ...scored(readDocument(document).blocks), total }, now)
}

async function makeDamaged(actor: StaffActor = owner, { isPublic = false } = {}) {
  const given = { document: documentOf(...TWO) }
  if (!isPublic) {
    const id = await makeDraft(actor, given, now)
    await score(id)
    return id
  }
  await settings.set(owner, { 'score.gate': [] }, now)
  const { id } = await makePublished(actor, now, given)
  await settings.set(owner, { 'score.gate': ['replacements'] }, now)
  await score(id)
  return id
}

async function suggestedFor(id: number, actor: StaffActor = owner) {
  const { items } = await listRepairable(actor, { limit: 100 }, now)
  return items.find((each) => each.id === id)
}

async function choiceOf(id: number, places: number[]) {
  const found = await suggestedFor(id)
  if (!found) throw new Error('Nothing is suggested')
  const keys = places.map((i) => found.suggestions[i]?.key ?? '')
  return { articleId: id, revisionId: found.revisionId, keys }
}

async function textsOf(id: number) {
  const [row] = await db().select().from(articles).where(eq(articles.id, id))
  const text = async (revisionId: number | null | undefined) => {
    const [revision] = await db()
      .select()
      .from(revisions)
      .where(eq(revisions.id, revisionId ?? 0))
    return revision ? plainText(revision.document).replaceAll('\n\n', '\n') : null
  }
  return { draft: await text(row?.draftRevisionId), published: await text(row?.publishedRevisionId) }
}

describe('the suggestions', () => {
  test('show each place in its words, of the worst article first', async () => {
    const [better, worse] = [await makeDamaged(), await makeDamaged()]
    await score(better, 60)
    await score(worse, 10)
    const { items } = await listRepairable(owner, { limit: 100 }, now)
    expect(items.map(({ id }) => id).filter((id) => id === better || id === worse)).toEqual([worse, better])
    expect((await suggestedFor(worse))?.suggestions).toMatchObject([
      { before: 'We build decentralized ', found: 'It', instead: 'AI', after: ' for banks.' },
      { before: 'An ', found: 'It', instead: 'AI', after: ' startup moves house.' },
    ])
  })

  test('name a place that two checks found once', async () => {
    const id = await makeDamaged()
    const { blocks } = readDocument((await draftOf(id)).document)
    await giveScore(id, { ...scoreOf(50), checks: [find(blocks), find(blocks, 'replacement-sweep')] }, now)
    expect((await suggestedFor(id))?.suggestions).toHaveLength(2)
    await skip(owner, await choiceOf(id, [0, 1]), now)
    expect(await suggestedFor(id)).toBeUndefined()
  })

  test('of an author are for the author’s own articles', async () => {
    const author = await makeStaff('author')
    const [own, other] = [await makeDamaged(author), await makeDamaged()]
    expect(await suggestedFor(own, author)).toBeDefined()
    expect(await suggestedFor(other, author)).toBeUndefined()
    expect(await mend(author, await choiceOf(other, [0]), now)).toMatchObject({ reason: 'forbidden' })
    expect(await skip(author, await choiceOf(other, [0]), now)).toMatchObject({ reason: 'forbidden' })
    expect((await mend(author, await choiceOf(own, [0]), now)).kind).toBe('done')
  })

  test('leave out what was waived', async () => {
    const id = await makeDamaged()
    const context = 'An It startup moves house.'
    await waive(owner, id, { check: ID, field: 'body', quote: 'It', context, reason: 'A name' }, now)
    await score(id)
    expect((await suggestedFor(id))?.suggestions).toHaveLength(1)
  })
})

describe('a mend', () => {
  test('changes the chosen places of a draft in one revision, and nothing else', async () => {
    const id = await makeDamaged()
    expect(await mend(owner, await choiceOf(id, [1]), later)).toEqual({ kind: 'done', places: 1 })
    expect(await textsOf(id)).toEqual({ draft: `${TWO[0]}\nAn AI startup moves house.`, published: null })
    expect(await db().$count(revisions, eq(revisions.articleId, id))).toBe(2)
    expect(await suggestedFor(id)).toBeUndefined()
    await score(id)
    expect((await suggestedFor(id))?.suggestions).toHaveLength(1)
  })

  test('gives readers the better text although some damage is left, and its undo gives the old one back', async () => {
    const id = await makeDamaged(owner, { isPublic: true })
    expect((await mend(owner, await choiceOf(id, [0]), later)).kind).toBe('done')
    const text = `We build decentralized AI for banks.\n${TWO[1]}`
    expect(await textsOf(id)).toEqual({ draft: text, published: text })
    const [last] = await listRepairs(owner)
    expect(last).toMatchObject({ articleId: id, kind: 'mended', places: 1, undoneAt: null })
    expect((await undo(owner, last?.id ?? 0, later)).kind).toBe('done')
    expect((await textsOf(id)).published).toBe(TWO.join('\n'))
    expect((await undo(owner, last?.id ?? 0, later)).kind).toBe('refused')
    const rows = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.subject, `article:${id}`), like(audit.verb, '%repair%')))
    expect(rows.map(({ verb }) => verb)).toEqual(['article.repair', 'article.undo-repair'])
  })

  test('of a public article with a draft of its own mends the same words there, and publishes no other', async () => {
    const id = await makeDamaged(owner, { isPublic: true })
    const document = documentOf(TWO[0] ?? '', 'Nothing of this is public.')
    await editing.saveDraft(owner, id, await draftOf(id, { document }), now)
    await score(id)
    expect((await mend(owner, await choiceOf(id, [0]), later)).kind).toBe('done')
    expect(await textsOf(id)).toEqual({
      published: `We build decentralized AI for banks.\n${TWO[1]}`,
      draft: 'We build decentralized AI for banks.\nNothing of this is public.',
    })
  })

  test('does not reach readers where it makes anything worse', async () => {
    const id = await makeDamaged(owner, { isPublic: true })
    const choice = await choiceOf(id, [0])
    const end = scoreWith(({ blocks }) => {
      const isMended = blocks.some(({ text }) => text.includes('AI'))
      const found = find(isMended ? [{ ...blocks[0], text: 'It It It' } as Block] : blocks)
      return Promise.resolve({ ...scoreOf(50), checks: [found] })
    })
    expect(await mend(owner, choice, later)).toMatchObject({ kind: 'refused', reason: 'gate' })
    end()
    expect((await textsOf(id)).published).toBe(TWO.join('\n'))
    expect(await db().$count(revisions, eq(revisions.articleId, id))).toBe(1)
  })

  test('of a text that somebody changed since is refused, and so is its undo', async () => {
    const id = await makeDamaged()
    const choice = await choiceOf(id, [0])
    await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf('It is new.') }), now)
    expect(await mend(owner, choice, later)).toEqual({ kind: 'refused', reason: 'changed' })
    await score(id)
    await mend(owner, await choiceOf(id, [0]), later)
    const [last] = await listRepairs(owner)
    await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf('Newer.') }), now)
    expect(await undo(owner, last?.id ?? 0, later)).toEqual({ kind: 'refused', reason: 'changed' })
    expect((await textsOf(id)).draft).toBe('Newer.')
  })
})

describe('what is skipped', () => {
  test('does not come back with the next scoring, wherever its words move, until it is undone', async () => {
    const id = await makeDamaged()
    expect(await skip(owner, await choiceOf(id, [0]), now)).toEqual({ kind: 'done', places: 1 })
    await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf('New.', ...TWO) }), now)
    await score(id)
    expect((await suggestedFor(id))?.suggestions).toMatchObject([{ before: 'An ' }])
    await skip(owner, await choiceOf(id, [0]), now)
    expect(await suggestedFor(id)).toBeUndefined()
    const [last] = await listRepairs(owner)
    expect((await undo(owner, last?.id ?? 0, later)).kind).toBe('done')
    expect((await suggestedFor(id))?.suggestions).toHaveLength(1)
  })
})
