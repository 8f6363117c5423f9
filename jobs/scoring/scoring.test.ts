import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, transact } from '@/db/client'
import * as editing from '@/db/editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff, readBy, touchedBy } from '@/db/fixtures'
import { getQuestion, settle } from '@/db/mention-checks'
import { decide } from '@/db/mention-decisions'
import { makeMention } from '@/db/mention-fixtures'
import { noteDay, listDays } from '@/db/score-days'
import * as runs from '@/db/score-runs'
import { listDue } from '@/db/score-work'
import * as scores from '@/db/scores'
import { jobs } from '@/db/schema/jobs'
import { scoreKeys, scores as scoreRows } from '@/db/schema/scores'
import * as settings from '@/db/settings'
import { freshDatabase } from '@/db/testing'
import * as publishing from '@/db/publishing'
import type { Subject } from '@/domain/score/subject'
import { score } from '@/domain/score/score'
import { scoreArticle } from './article'
import { scoreDue } from './due'
import { scoreAll } from './run'

freshDatabase()

// the process is tried in its own test: here the same is done on the spot
const SCORER = Symbol.for('masthead.scorer')
const shared = globalThis as { [SCORER]?: unknown }
let asked: Subject[] = []
let meanwhile = async () => {}
let fails = false
beforeAll(() => {
  shared[SCORER] = {
    ask: async ({ articleId }: { articleId: number }) => ({
      kind: 'done',
      result: await scoreArticle(articleId, new Date(), watched),
    }),
    end: () => Promise.resolve(),
  }
})
afterAll(() => delete shared[SCORER])

async function watched(subject: Subject) {
  asked.push(subject)
  await meanwhile()
  if (fails) throw new Error('This text cannot be scored')
  return score(subject)
}

const now = new Date('2026-02-01T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const editor = await makeStaff('editor')

const shownOf = async (id: number, at = new Date()) => (await scores.listScores([id], at)).get(id)

/** The texts that were scored while `work` ran. */
async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await work()
  return asked.map(({ title }) => title)
}

const revise = async (id: number, title: string) =>
  editing.saveDraft(editor, id, await draftOf(id, { title }), later(1))

// what the site asks of its articles was changed above
const stopRun = async () => runs.cancel(editor, (await runs.getLastRun())?.id ?? 0, now)

describe('what readers are shown', () => {
  test('is the score of what they read, once it is known', async () => {
    const { id } = await makePublished(editor, now)
    expect(await shownOf(id)).toBeUndefined()
    await scoreDue()
    expect(await shownOf(id)).toMatchObject({ total: expect.any(Number), rulesVersion: expect.any(Number) })
    expect(await listDue(new Date(), 5)).toEqual([])
  })

  test('does not change with a draft, whose score is known as well', async () => {
    const { id } = await makePublished(editor, now)
    await scoreDue()
    const shown = await shownOf(id)
    await revise(id, 'A draft that nobody has seen yet')
    expect(await shownOf(id)).toEqual(shown)
    expect(await askedBy(scoreDue)).toEqual(['A draft that nobody has seen yet'])
    expect(await shownOf(id)).toEqual(shown)
  })

  test('is nothing between an update and its score, and documents that show it are made anew both times', async () => {
    const { id } = await makePublished(editor, now)
    await scoreDue()
    await revise(id, 'An update that readers get')
    const published = await touchedBy(() => publishing.publish(editor, id, {}, later(2)))
    expect(published).toContain(`score:${id}`)
    expect(await shownOf(id)).toBeUndefined()
    expect(await touchedBy(scoreDue)).toContain(`score:${id}`)
    expect(await shownOf(id)).toBeDefined()
  })

  test('says what it read', async () => {
    const { id } = await makePublished(editor, now)
    await scoreDue()
    const { reading } = await readBy(() => scores.getExplained(id, new Date()))
    expect(reading.tags).toContain(`score:${id}`)
  })

  test('is nothing while the site asks for more than it was scored by', async () => {
    const { id } = await makePublished(editor, now)
    await scoreDue()
    await settings.set(editor, { 'score.requireCredit': 'on' }, now)
    expect(await shownOf(id)).toBeUndefined()
    await settings.set(editor, { 'score.requireCredit': 'off' }, now)
    expect(await shownOf(id)).toBeDefined()
  })
})

describe('what counts', () => {
  test('is scored again when another article takes its title, and when that one goes', async () => {
    const title = 'One title for two articles'
    const first = await makePublished(editor, now, { title })
    await scoreDue()
    const second = await makePublished(editor, now, { title: 'one  TITLE for two articles' })
    expect(await shownOf(first.id)).toBeUndefined()
    await askedBy(scoreDue)
    expect(asked.map(({ site }) => site.duplicates?.title.length)).toEqual([1, 1])
    await publishing.unpublish(editor, second.id, later(3))
    await askedBy(scoreDue)
    expect(asked.find((subject) => subject.title === title)?.site.duplicates?.title).toEqual([])
  })

  test('a scheduled article counts from its own instant on', async () => {
    const title = 'A title that is to be taken'
    const first = await makePublished(editor, now, { title })
    await scoreDue()
    const soon = new Date(Date.now() + 3_600_000)
    const second = await makeDraft(editor, { title })
    await publishing.publish(editor, second, { at: soon }, new Date())
    // of the two only the new one: for the other nothing has changed yet
    expect(await askedBy(scoreDue)).toEqual([title])
    const { reading } = await readBy(() => shownOf(first.id))
    expect(reading.holdsUntil).toEqual(soon)
    expect(await shownOf(first.id, soon)).toBeUndefined()
    expect(await listDue(soon, 50)).toContain(first.id)
    const [job] = (await db().select().from(jobs)).filter(({ dueAt }) => dueAt.getTime() === soon.getTime())
    expect(job?.kind).toBe('score')
  })

  test('is scored again when the first article links to it', async () => {
    const { id, slug } = await makePublished(editor, now, { title: 'A lonely article' })
    await askedBy(scoreDue)
    expect(asked.at(-1)?.site.orphan).toBe(true)
    await makePublished(editor, now, { document: documentOf(['this one', `/articles/${slug}`]) })
    expect(await shownOf(id)).toBeUndefined()
    await askedBy(scoreDue)
    expect(asked.find(({ title }) => title === 'A lonely article')?.site.orphan).toBe(false)
  })

  test('is scored again when a mention that nobody verified appears, and when somebody sees its link', async () => {
    const { id } = await makePublished(editor, now)
    const source = 'https://imported.example/post'
    const mention = await makeMention(id, { source, state: 'held', verifiedAt: null })
    await scoreDue()
    const unverified = async () => {
      asked = []
      await scoreDue()
      return asked.at(-1)?.site.unverifiedMentions
    }
    await decide(editor, { ids: [mention.id], seen: 'held', state: 'published' }, later(1))
    expect(await shownOf(id)).toBeUndefined()
    expect(await unverified()).toEqual([source])
    const { authorName, authorUrl, authorPhoto, title, excerpt, kind, publishedAt } = mention
    const reading = { authorName, authorUrl, authorPhoto, title, excerpt, kind, publishedAt }
    const question = await getQuestion(mention.id)
    if (question) await settle(question, { kind: 'found', reading, target: mention.target }, later(2))
    expect(await unverified()).toEqual([])
  })

  test('holds the text that readers had before', async () => {
    const { id } = await makePublished(editor, now, { title: 'Has a past' })
    await askedBy(scoreDue)
    expect(asked.at(-1)?.previous).toBeNull()
    const draft = await draftOf(id, { document: documentOf('Other words.') })
    await editing.saveDraft(editor, id, draft, later(1))
    await askedBy(scoreDue)
    expect(asked.at(-1)?.previous).not.toBeNull()
    await publishing.publish(editor, id, {}, later(2))
    // the same input, so the score of the draft is that of what readers get
    expect(await askedBy(scoreDue)).toEqual([])
  })
})

describe('the worker', () => {
  test('scores many saves of an article once', async () => {
    const id = await makeDraft(editor)
    for (const title of ['one', 'two', 'three']) await revise(id, title)
    expect(await askedBy(scoreDue)).toEqual(['three'])
  })

  test('stores nothing that was overtaken while it was scored', async () => {
    const { id } = await makePublished(editor, now)
    meanwhile = async () => {
      meanwhile = async () => {}
      await revise(id, 'Saved while it was scored')
    }
    expect(await scoreArticle(id, later(1), watched)).toBe('overtaken')
    expect(await shownOf(id)).toBeUndefined()
    await scoreDue()
    expect(await shownOf(id)).toBeDefined()
  })

  test('lets a text that cannot be scored rest, and shows nothing of it', async () => {
    const { id } = await makePublished(editor, now)
    fails = true
    await scoreDue()
    fails = false
    expect(await shownOf(id)).toBeUndefined()
    expect(await listDue(new Date(), 5)).toEqual([])
    expect(await listDue(new Date(Date.now() + 61_000), 5)).toContain(id)
    await revise(id, 'Mended')
    await scoreDue()
    expect(await shownOf(id)).toBeDefined()
  })

  test('keeps scores of what readers have and of the draft, and of nothing else', async () => {
    const { id } = await makePublished(editor, now)
    for (const title of ['first', 'second']) {
      await revise(id, title)
      await scoreDue()
    }
    const rows = (await db().select().from(scoreRows)).filter(({ articleId }) => articleId === id)
    expect(rows).toHaveLength(2)
    const keys = (await db().select().from(scoreKeys)).filter(({ articleId }) => articleId === id)
    expect(keys.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['all', 'state:published', `person:${editor.personId}`]),
    )
  })
})

describe('a run', () => {
  test('looks at every article, and scores again what was found by other rules', async () => {
    const { id } = await makePublished(editor, now, { title: 'Of old rules' })
    await scoreDue()
    await stopRun()
    await transact(async (tx) => void (await tx.update(scoreRows).set({ rulesVersion: 0 })))
    expect(await shownOf(id)).toBeUndefined()
    const ordered = await runs.order(editor, now)
    if (ordered.kind !== 'done') throw new Error('Not ordered')
    expect(await runs.order(editor, now)).toEqual({ kind: 'refused', reason: 'running' })
    await scoreAll({ runId: ordered.id })
    const run = await runs.getLastRun()
    expect(run).toMatchObject({ state: 'done', failed: 0 })
    expect(run?.seen).toBe(run?.articles)
    expect(await shownOf(id)).toBeDefined()
  })

  test('stops when it is cancelled', async () => {
    await stopRun()
    const ordered = await runs.order(editor, now)
    if (ordered.kind !== 'done') throw new Error('Not ordered')
    expect(await runs.cancel(editor, ordered.id, now)).toEqual({ kind: 'done' })
    await scoreAll({ runId: ordered.id })
    expect(await runs.getLastRun()).toMatchObject({ state: 'cancelled', seen: 0 })
  })

  test('is begun once under each version of the rules', async () => {
    const before = (await runs.getLastRun())?.id
    await runs.beginUnderNewRules(editor, now)
    expect((await runs.getLastRun())?.id).toBe(before)
  })
})

describe('the days', () => {
  test('hold the averages of public articles, once a day', async () => {
    await noteDay('2026-02-01', new Date())
    await noteDay('2026-02-01', new Date())
    const days = await listDays(editor, 10)
    expect(days).toHaveLength(1)
    expect(days[0]?.articles).toBeGreaterThan(0)
  })
})
