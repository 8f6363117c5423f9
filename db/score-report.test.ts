import { describe, expect, test } from 'vitest'
import { makeDraft, makePublished, makeStaff, makeTopic } from './fixtures'
import * as publishing from './publishing'
import { giveScore, scoreOf } from './score-fixtures'
import { listProblems, listWorst } from './score-report'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-02-01T09:00:00Z')
const editor = await makeStaff('editor')
const author = await makeStaff('author')
const topic = await makeTopic()

const good = (await makePublished(editor, now, { topicIds: [topic.id] })).id
const bad = (await makePublished(author, now)).id
const draft = await makeDraft(author, { topicIds: [topic.id] })
await giveScore(good, scoreOf(91), now)
await giveScore(bad, scoreOf(40, ['doubled-words', 'demo-copy']), now)
await giveScore(draft, scoreOf(60, ['doubled-words']), now)

const idsOf = async (...args: Parameters<typeof listWorst>) =>
  (await listWorst(...args)).items.map(({ id }) => id)

describe('the report', () => {
  test('begins with the worst', async () => {
    expect(await idsOf(editor, {}, {}, now)).toEqual([bad, draft, good])
  })

  test.each([
    ['a problem', { check: 'doubled-words' }, [bad, draft]],
    ['a topic', { topic: topic.id }, [draft, good]],
    ['an author', { person: author.personId }, [bad, draft]],
    ['a state', { state: 'draft' as const }, [draft]],
    ['several at once', { check: 'doubled-words', topic: topic.id }, [draft]],
    ['what is nowhere', { check: 'unheard-of' }, []],
  ])('is about %s', async (_, filter, ids) => {
    expect(await idsOf(editor, filter, {}, now)).toEqual(ids)
  })

  test('goes on from page to page', async () => {
    const first = await listWorst(editor, {}, { limit: 2 }, now)
    expect(first.items.map(({ id }) => id)).toEqual([bad, draft])
    const second = await listWorst(editor, {}, { limit: 2, after: first.next }, now)
    expect(second.items.map(({ id }) => id)).toEqual([good])
    expect(second.next).toBeNull()
  })

  test('shows a role that reads only its own drafts nothing else', async () => {
    expect(await idsOf(author, {}, {}, now)).toEqual([bad, draft])
    expect(await idsOf(await makeStaff('moderator'), {}, {}, now)).toEqual([])
    expect(await listProblems(author)).toEqual([])
  })

  test('counts the articles of each problem, the most frequent first', async () => {
    expect(await listProblems(editor)).toEqual([
      { check: 'doubled-words', articles: 2 },
      { check: 'demo-copy', articles: 1 },
    ])
  })

  test('says which scores are in doubt, and follows what was taken back', async () => {
    const { id } = await makePublished(editor, now)
    await giveScore(id, scoreOf(10), now)
    await publishing.unpublish(editor, id, now)
    const [row] = (await listWorst(editor, {}, {}, now)).items
    expect(row).toMatchObject({ id, state: 'unpublished', isInDoubt: true })
    await giveScore(id, scoreOf(10), now)
    expect(await idsOf(editor, { state: 'unpublished' }, {}, now)).toEqual([id])
  })
})
