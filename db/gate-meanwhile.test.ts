import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { fieldsOf } from '@/domain/revision'
import type { Check, Evidence, Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import { db, transact } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff } from './fixtures'
import { examine, pass, passRewording } from './gate'
import * as publishing from './publishing'
import { scoreWith } from './scorer'
import * as settings from './settings'
import { getSubject } from './subject'
import { swap } from './swapping'
import { freshDatabase } from './testing'
import { endWaiver, waive } from './waivers'

freshDatabase()

const now = new Date('2026-04-01T09:00:00Z')
const later = new Date('2026-04-02T09:00:00Z')
const owner = await makeStaff('owner')
const DAMAGED = 'We build decentralized It for banks.'

/** Finds the capitalised pronoun, once for each paragraph that has it. */
function scored({ blocks }: Pick<Subject, 'blocks'>): Score {
  const evidence = blocks.flatMap(({ text }, block): Evidence[] => {
    const from = text.indexOf('It')
    const where = { field: 'body', block, from, to: from + 2 } as const
    return from < 0 ? [] : [{ where, quote: 'It', why: 'A pronoun.', mend: 'Put the noun back.' }]
  })
  const check: Check = { id: 'replacement-pronoun', part: 'integrity', points: 0, of: 100, evidence }
  return { total: 50, search: 50, readability: 50, integrity: 50, rulesVersion: 1, checks: [check] }
}
const end = scoreWith((subject) => Promise.resolve(scored(subject)))
afterAll(end)
beforeEach(async () => {
  scoreWith((subject) => Promise.resolve(scored(subject)))
  await settings.set(owner, { 'score.gate': ['replacements'] }, now)
})

const about = { check: 'replacement-pronoun', field: 'body', quote: 'It', context: DAMAGED } as const
async function waived(id: number): Promise<number> {
  const result = await waive(owner, id, { ...about, reason: 'A brand' }, now)
  if (result.kind !== 'done') throw new Error('Not waived')
  return result.id
}
const subjectOf = async (id: number) => {
  const subject = await getSubject(id, db())
  if (!subject) throw new Error('There is no such article')
  return subject
}
/** Does something while the text is read for the first time. */
function whileRead(work: () => Promise<unknown>): void {
  let isFirst = true
  scoreWith(async (subject) => {
    if (isFirst) {
      isFirst = false
      await work()
    }
    return scored(subject)
  })
}

describe('what is decided between the reading and the publishing', () => {
  test('a waiver that is taken back opens nothing any more', async () => {
    const id = await makeDraft(owner, { document: documentOf(DAMAGED) })
    const waiverId = await waived(id)
    whileRead(() => endWaiver(owner, id, waiverId, now))
    expect(await publishing.publish(owner, id, {}, now)).toMatchObject({ reason: 'gate', count: 1 })
  })

  test('the site that begins to stop something has it read', async () => {
    await settings.set(owner, { 'score.gate': [] }, now)
    const id = await makeDraft(owner, { document: documentOf(DAMAGED) })
    const { article, draft } = await subjectOf(id)
    const passed = async () => {
      const examined = await examine(owner, { article, revision: draft }, now)
      return transact((tx) => pass(tx, owner, { examined, article, revision: draft }, now))
    }
    const unread = await examine(owner, { article, revision: draft }, now)
    await settings.set(owner, { 'score.gate': ['replacements'] }, now)
    expect(
      await transact((tx) => pass(tx, owner, { examined: unread, article, revision: draft }, now)),
    ).toBeNull()
    expect(await passed()).toMatchObject({ reason: 'gate' })
  })

  test('another address has the text read with it', async () => {
    const id = await makeDraft(owner)
    const read: string[] = []
    scoreWith(async (subject) => {
      read.push(subject.slug)
      if (read.length === 1) await editing.changeSlug(owner, id, 'another-address', now)
      return scored(subject)
    })
    expect((await publishing.publish(owner, id, {}, now)).kind).toBe('done')
    expect(read).toEqual(['', 'another-address'])
  })

  test('of two who publish at once both hear what became of it, and nothing damaged gets out', async () => {
    const id = await makeDraft(owner, { document: documentOf(DAMAGED) })
    const both = await Promise.all([1, 2].map(() => publishing.publish(owner, id, {}, now)))
    expect(both).toMatchObject([{ reason: 'gate' }, { reason: 'gate' }])
    expect((await subjectOf(id)).article.state).toBe('draft')
  })
})

describe('a scheduled article', () => {
  const scheduled = async () => {
    const id = await makeDraft(owner, { document: documentOf(DAMAGED) })
    const waiverId = await waived(id)
    expect((await publishing.publish(owner, id, { at: later }, now)).kind).toBe('done')
    return { id, waiverId }
  }

  test('appears with the text that was let through, whatever is written after', async () => {
    const { id } = await scheduled()
    const { article } = await subjectOf(id)
    const worse = await draftOf(id, { document: documentOf(DAMAGED, 'And It again.') })
    await editing.saveDraft(owner, id, worse, now)
    expect((await subjectOf(id)).article.publishedRevisionId).toBe(article.publishedRevisionId)
    expect(await publishing.publish(owner, id, { at: later }, now)).toMatchObject({ reason: 'gate' })
  })

  test('passes the gate again when another date would show it', async () => {
    const { id, waiverId } = await scheduled()
    await endWaiver(owner, id, waiverId, now)
    const redated = await publishing.changeDate(owner, id, { publishAt: now, agreed: null }, now)
    expect(redated).toMatchObject({ kind: 'refused', reason: 'gate' })
    expect((await subjectOf(id)).article.publishAt).toEqual(later)
    await waived(id)
    expect((await publishing.changeDate(owner, id, { publishAt: now, agreed: null }, now)).kind).toBe('done')
  })
})

describe('other wording', () => {
  /** A public article, other wording that a waiver let through, and the swap of the two. */
  async function reworded() {
    const { id } = await makePublished(owner, now, { document: documentOf('Some words.') })
    const { article, draft: before } = await subjectOf(id)
    await editing.saveDraft(owner, id, await draftOf(id, { document: documentOf(DAMAGED) }), now)
    const waiverId = await waived(id)
    const { draft: saved } = await subjectOf(id)
    const written = { articleId: id, input: fieldsOf(saved), reason: 'replace' } as const
    const after = await transact((tx) => editing.addRevision(tx, systemActor('test'), written, now))
    const passed = await passRewording({ article, before, after: { ...saved, id: after } }, now)
    if (passed.kind !== 'cleared') throw new Error('Not let through')
    const { cleared } = passed
    const from = { draft: saved.id, published: before.id }
    const swaps = [{ articleId: id, from, to: { draft: saved.id, published: after }, cleared }]
    return {
      waiverId,
      id,
      swapped: () => transact((tx) => swap(tx, owner, { swaps, verb: 'article.replace', reason: '' }, now)),
    }
  }

  test('reaches readers while the waiver that let it through stands', async () => {
    const { id, swapped } = await reworded()
    expect([...(await swapped())]).toEqual([id])
  })

  test('is left where that waiver was taken back', async () => {
    const { id, waiverId, swapped } = await reworded()
    await endWaiver(owner, id, waiverId, now)
    expect([...(await swapped())]).toEqual([])
  })

  test('is left where the site stops more by now', async () => {
    const { swapped } = await reworded()
    await settings.set(owner, { 'score.gate': ['replacements', 'wording'] }, now)
    expect([...(await swapped())]).toEqual([])
  })
})
