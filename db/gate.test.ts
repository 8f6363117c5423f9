import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Check } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import * as articles from './articles'
import { db } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff } from './fixtures'
import { judgeTyped } from './judging'
import * as publishing from './publishing'
import { scores } from './schema/scores'
import { scoreWith } from './scorer'
import * as settings from './settings'
import { freshDatabase } from './testing'
import { waive } from './waivers'

freshDatabase()

const hour = (n: number) => new Date(Date.UTC(2026, 3, 1, n))
const owner = await makeStaff('owner')
const DAMAGED = 'We build decentralized It for banks.'

/** Finds every capitalised pronoun, and what of it was in the text that readers have. */
function find({ blocks }: Pick<Subject, 'blocks'>): Check[] {
  const evidence = blocks.flatMap(({ text }, block) =>
    [...text.matchAll(/It/g)].map(({ index }) => ({
      where: { field: 'body', block, from: index, to: index + 2 } as const,
      quote: 'It',
      why: 'A pronoun stands where a noun should.',
      mend: 'Put the noun back.',
      instead: 'AI',
    })),
  )
  return [
    { id: 'replacement-pronoun', part: 'integrity', points: evidence.length ? 0 : 100, of: 100, evidence },
  ]
}
const scored = (subject: Subject) => ({
  total: 50,
  search: 50,
  readability: 50,
  integrity: 50,
  rulesVersion: 1,
  checks: find(subject),
})
const end = scoreWith((subject) => Promise.resolve(scored(subject)))
beforeEach(() => void scoreWith((subject) => Promise.resolve(scored(subject))))
afterAll(end)

const damaged = () => makeDraft(owner, { document: documentOf(DAMAGED) })
const isPublic = async (id: number, now: Date) =>
  (await articles.listPublished(now, { limit: 50 })).items.some((item) => item.id === id)

describe('a damaged article', () => {
  test.each([
    ['published', {}],
    ['scheduled', { at: hour(20) }],
    ['dated back', { at: hour(1) }],
  ])('is not %s, and what is wrong is said with its place', async (_, when) => {
    const id = await damaged()
    expect(await publishing.publish(owner, id, when, hour(2))).toMatchObject({
      kind: 'refused',
      reason: 'gate',
      count: 1,
      mayWaive: true,
      problems: [
        {
          group: 'replacements',
          where: { field: 'body', block: 0, from: 23, to: 25 },
          quote: 'It',
          instead: 'AI',
        },
      ],
    })
    expect(await isPublic(id, hour(21))).toBe(false)
  })

  test('does not take the place of what readers have', async () => {
    const { id, slug } = await makePublished(owner, hour(2))
    await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf(DAMAGED) }), hour(3))
    expect(await publishing.publish(owner, id, {}, hour(3))).toMatchObject({ reason: 'gate' })
    expect(JSON.stringify((await articles.getPublished(slug, hour(3)))?.document)).toContain('Some words.')
  })

  test('is published once it is mended', async () => {
    const id = await damaged()
    await publishing.publish(owner, id, {}, hour(2))
    const mended = documentOf(DAMAGED.replace('It', 'AI'))
    await editing.saveDraft(owner, id, await draftOf(id, { document: mended }), hour(2))
    expect((await publishing.publish(owner, id, {}, hour(2))).kind).toBe('done')
  })

  test('is published once somebody waives the problem, until those words change', async () => {
    const id = await damaged()
    const judged = await judgeTyped(owner, id, await draftOf(id), hour(2))
    const passage = judged.kind === 'scored' ? judged.checks[0]?.evidence[0]?.passage : null
    if (!passage || passage.field === 'site' || passage.field === 'language') throw new Error('No passage')
    const { field, ...about } = passage
    await waive(owner, id, { field, ...about, reason: 'It is a brand' }, hour(2))
    expect((await publishing.publish(owner, id, {}, hour(2))).kind).toBe('done')

    const changed = documentOf('We build centralized It for banks.')
    await editing.saveDraft(owner, id, await draftOf(id, { document: changed }), hour(3))
    expect(await publishing.publish(owner, id, {}, hour(3))).toMatchObject({ reason: 'gate' })
  })

  test('keeps its date changeable where readers have it already', async () => {
    await settings.set(owner, { 'score.gate': [] }, hour(1))
    const id = await damaged()
    await publishing.publish(owner, id, {}, hour(2))
    await settings.set(owner, { 'score.gate': ['replacements'] }, hour(2))
    expect((await publishing.changeDate(owner, id, { publishAt: hour(1), agreed: null }, hour(3))).kind).toBe(
      'done',
    )
  })
})

describe('the site decides', () => {
  test('that nothing stops: then nobody asks the scorer', async () => {
    await settings.set(owner, { 'score.gate': [] }, hour(1))
    scoreWith(() => Promise.reject(new Error('asked')))
    expect((await publishing.publish(owner, await damaged(), {}, hour(2))).kind).toBe('done')
    await settings.set(owner, { 'score.gate': ['replacements'] }, hour(2))
  })

  test('who may waive, and a refusal says whether one may', async () => {
    const author = await makeStaff('author')
    const id = await makeDraft(author, { document: documentOf(DAMAGED) })
    expect(await publishing.publish(author, id, {}, hour(2))).toMatchObject({ mayWaive: false })
    await settings.set(owner, { 'score.waivers': ['author'] }, hour(2))
    expect(await publishing.publish(author, id, {}, hour(2))).toMatchObject({ mayWaive: true })
  })
})

describe('a save between the reading and the publishing', () => {
  test('that damages the text is read as well', async () => {
    const id = await makeDraft(owner)
    let isFirst = true
    scoreWith(async (subject) => {
      const found = scored(subject)
      if (isFirst) {
        isFirst = false
        await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf(DAMAGED) }), hour(2))
      }
      return found
    })
    expect(await publishing.publish(owner, id, {}, hour(2))).toMatchObject({ reason: 'gate' })
    expect(await isPublic(id, hour(3))).toBe(false)
  })

  test('that mends it lets it through', async () => {
    const id = await damaged()
    let isFirst = true
    scoreWith(async (subject) => {
      const found = scored(subject)
      if (isFirst) {
        isFirst = false
        await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf('All well.') }), hour(2))
      }
      return found
    })
    expect((await publishing.publish(owner, id, {}, hour(2))).kind).toBe('done')
  })

  test('again and again ends in a refusal, not in a guess', async () => {
    const id = await makeDraft(owner)
    let saves = 0
    scoreWith(async (subject) => {
      const document = documentOf(`Words, ${++saves} times.`)
      await editing.saveDraft(owner, id, await draftOf(id, { document }), hour(2))
      return scored(subject)
    })
    expect(await publishing.publish(owner, id, {}, hour(2))).toEqual({ kind: 'refused', reason: 'unchecked' })
    expect(await isPublic(id, hour(3))).toBe(false)
  })
})

test('a scorer that fails publishes nothing', async () => {
  scoreWith(() => Promise.resolve('failed'))
  const id = await makeDraft(owner)
  expect(await publishing.publish(owner, id, {}, hour(2))).toEqual({ kind: 'refused', reason: 'unchecked' })
})

test('what the rest of the site says never stops an article', async () => {
  const seen: Subject[] = []
  scoreWith((subject) => {
    seen.push(subject)
    return Promise.resolve(scored(subject))
  })
  const title = 'The same title'
  await makePublished(owner, hour(1), { title })
  await makePublished(owner, hour(2), { title })
  for (const { site } of seen) expect(site).toMatchObject({ duplicates: null, orphan: null })
})

describe('a text that is being written', () => {
  test('is scored as it is typed, and nothing of it is stored', async () => {
    const id = await makeDraft(owner)
    const before = await db().$count(scores)
    const typed = await draftOf(id, { document: documentOf(DAMAGED) })
    expect(await judgeTyped(owner, id, typed, hour(2))).toMatchObject({
      kind: 'scored',
      total: 50,
      checks: [{ stops: 'replacements', evidence: [{ quote: 'It', waiver: null }] }],
    })
    expect(await db().$count(scores)).toBe(before)
    expect((await draftOf(id)).document).not.toEqual(typed.document)
  })

  test('is read by nobody who may not read the draft', async () => {
    const id = await makeDraft(owner)
    const typed = await draftOf(id)
    for (const role of ['author', 'contributor', 'moderator'] as const)
      expect(await judgeTyped(await makeStaff(role), id, typed, hour(2))).toEqual({
        kind: 'refused',
        reason: 'forbidden',
      })
  })

  test.each([
    ['failed', { kind: 'refused', reason: 'unchecked' }],
    ['overtaken', { kind: 'overtaken' }],
  ] as const)('says so where the scorer %s', async (outcome, answer) => {
    scoreWith(() => Promise.resolve(outcome))
    const id = await makeDraft(owner)
    expect(await judgeTyped(owner, id, await draftOf(id), hour(2))).toEqual(answer)
  })
})
