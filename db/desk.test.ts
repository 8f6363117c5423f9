import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '@/domain/actor'
import { systemActor } from '@/domain/actor'
import type { DeskState } from '@/domain/articles'
import * as desk from './desk'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff } from './fixtures'
import * as publishing from './publishing'
import { freshDatabase } from './testing'

freshDatabase()

const day = (n: number) => new Date(Date.UTC(2026, 5, n, 12))
const now = day(20)
const [owner, author, contributor, moderator, reviewer] = [
  await makeStaff('owner'),
  await makeStaff('author'),
  await makeStaff('contributor'),
  await makeStaff('moderator'),
  await makeStaff('reviewer'),
]

async function schedule(actor: StaffActor, title: string, at: Date): Promise<void> {
  await publishing.publish(owner, await makeDraft(actor, { title }, day(1)), { at }, day(1))
}

beforeAll(async () => {
  await makeDraft(owner, { title: 'A draft of the owner' }, day(2))
  await makeDraft(author, { title: 'A draft of the author' }, day(3))
  await makePublished(author, day(5), { title: 'Published by the author' })
  await makePublished(owner, day(4), { title: 'Published by the owner' })
  await schedule(owner, 'Next week', day(27))
  await schedule(owner, 'Tomorrow', day(21))
  const { id } = await makePublished(owner, day(6), { title: 'Taken back' })
  await publishing.unpublish(owner, id, day(7))
})

const titles = async (actor: Actor, options: desk.DeskOptions = {}) =>
  (await desk.listArticles(actor, options, now)).items.map(({ title }) => title)

describe('the list', () => {
  test.each<[DeskState | undefined, string[]]>([
    ['draft', ['A draft of the author', 'A draft of the owner']],
    ['published', ['Published by the author', 'Published by the owner']],
    ['scheduled', ['Tomorrow', 'Next week']],
    ['unpublished', ['Taken back']],
  ])('of state %s is in the order of its work', async (state, expected) => {
    expect(await titles(owner, { state })).toEqual(expected)
  })

  test('of all runs from the last that was worked on', async () => {
    expect(await titles(owner)).toEqual([
      'Taken back',
      'Published by the author',
      'Published by the owner',
      'A draft of the author',
      'A draft of the owner',
      'Tomorrow',
      'Next week',
    ])
  })

  test('counts what it lists', async () => {
    expect(await desk.countByState(owner, now)).toEqual({
      draft: 2,
      scheduled: 2,
      published: 2,
      unpublished: 1,
    })
    expect(await desk.countByState(author, now)).toEqual({
      draft: 1,
      scheduled: 0,
      published: 1,
      unpublished: 0,
    })
  })

  test('says what each row needs', async () => {
    const { items } = await desk.listArticles(owner, { state: 'published', limit: 1 }, now)
    expect(items).toMatchObject([
      {
        slug: 'published-by-the-author',
        state: 'published',
        publishAt: day(5),
        owner: author.name,
        hasChanges: false,
        commentCount: 0,
        discussion: { state: 'open' },
      },
    ])
  })

  test.each<desk.DeskOptions>([{}, { state: 'published' }, { state: 'scheduled' }, { search: 'the' }])(
    'of %j has pages that meet without gap or repeat',
    async (options) => {
      const whole = await titles(owner, options)
      const seen: string[] = []
      let after: string | null = null
      do {
        const listed = await desk.listArticles(owner, { ...options, after, limit: 1 }, now)
        seen.push(...listed.items.map(({ title }) => title))
        after = listed.next
      } while (after)
      expect(seen).toEqual(whole)
      expect(whole.length).toBeGreaterThan(1)
    },
  )
})

describe('who reads what', () => {
  test('an author and a contributor list their own', async () => {
    expect(await titles(author)).toEqual(['Published by the author', 'A draft of the author'])
    expect(await titles(contributor)).toEqual([])
  })

  test('a moderator lists what is public, a reviewer and the program everything', async () => {
    expect(await titles(moderator)).toEqual(['Published by the author', 'Published by the owner'])
    expect(await titles(reviewer)).toHaveLength(7)
    expect(await titles(systemActor('test'))).toHaveLength(7)
  })

  test('a search finds nothing that the list would not show', async () => {
    expect(await titles(author, { search: 'draft' })).toEqual(['A draft of the author'])
    expect(await titles(moderator, { search: 'draft' })).toEqual([])
  })

  test('an editor page opens for those who may read the draft', async () => {
    const id = await makeDraft(author, { title: 'Read by whom' }, day(1))
    const reads = async (actor: Actor) => (await desk.getForEditing(actor, id, now)) !== null
    expect(await reads(author)).toBe(true)
    expect(await reads(reviewer)).toBe(true)
    expect(await reads(contributor)).toBe(false)
    expect(await reads(moderator)).toBe(false)
  })
})

describe('a search', () => {
  const words: [title: string, search: string][] = [
    ['The Ministry of Silly Walks', 'silly'],
    ['The Ministry of Silly Walks', 'ILL'],
    ['The Ministry of Silly Walks', 'walks ministry'],
    ['The Ministry of Silly Walks', 'of silly'],
    ['50% of AI is "hope"', '"hope"'],
    ['50% of AI is "hope"', '0%'],
    ['50% of AI is "hope"', 'AI hope'],
    ['東京の新しい橋', '新しい'],
    ['東京の新しい橋', '東京'],
    ['Überraschung', 'über'],
  ]
  beforeAll(async () => {
    for (const title of new Set(words.map(([title]) => title))) await makeDraft(owner, { title }, day(8))
  })

  test('is not cut short by what SQLite ends a text with', async () => {
    expect(await titles(author, { search: 'a\0draft of\0' })).toEqual(['A draft of the author'])
  })

  test.each(words)('finds %j by %j', async (title, search) => {
    expect(await titles(owner, { search })).toEqual([title])
  })

  test.each(['silly hope', '%%', '_f', 'NEAR(silly', 'silly*', '"', 'title:silly'])(
    'takes %j as words and not as a command',
    async (search) => {
      const found = await titles(owner, { search })
      for (const title of found)
        for (const word of search.split(' ')) expect(title.toLowerCase()).toContain(word)
    },
  )

  test('finds an article by its newest title alone', async () => {
    const id = await makeDraft(owner, { title: 'Chrysanthemum' }, day(8))
    await editing.saveDraft(owner, id, await draftOf(id, { title: 'Dahlia' }), day(8))
    expect(await titles(owner, { search: 'dahlia' })).toEqual(['Dahlia'])
    expect(await titles(owner, { search: 'chrysanthemum' })).toEqual([])
  })

  test('for blanks is no search', async () => {
    expect(await titles(owner, { search: '  ', state: 'unpublished' })).toEqual(['Taken back'])
  })
})

describe('what may be done to an article', () => {
  const reasonsOf = async (actor: Actor, id: number) => (await desk.getForEditing(actor, id, now))?.actions

  test('is the same for the button and the verb', async () => {
    const fresh = await makeDraft(author, { title: '' }, day(9))
    const live = (await makePublished(author, day(9))).id
    for (const id of [fresh, live])
      for (const actor of [owner, author, reviewer]) {
        const actions = await reasonsOf(actor, id)
        if (!actions) throw new Error('not readable')
        const tried = [
          ['schedule', await publishing.publish(actor, id, { at: day(25) }, now)],
          ['save', await editing.saveDraft(actor, id, await draftOf(id), now)],
          ['set-discussion', await editing.setDiscussion(actor, id, { discussion: 'open' }, now)],
        ] as const
        for (const [action, result] of tried)
          expect([action, result.kind === 'refused' ? result.reason : null]).toEqual([
            action,
            actions[action],
          ])
      }
  })

  test('changes with what is there', async () => {
    const id = await makeDraft(author, { title: '', document: documentOf('Words.') }, day(9))
    expect(await reasonsOf(author, id)).toMatchObject({ publish: 'no-title', update: 'not-public' })
    await editing.saveDraft(author, id, await draftOf(id, { title: 'Named' }), now)
    expect(await reasonsOf(author, id)).toMatchObject({ publish: null, unpublish: 'not-published' })
    await publishing.publish(author, id, {}, now)
    expect(await reasonsOf(author, id)).toMatchObject({
      publish: 'public',
      update: 'unchanged',
      unpublish: null,
    })
    await editing.saveDraft(author, id, await draftOf(id, { title: 'Renamed' }), now)
    expect(await reasonsOf(author, id)).toMatchObject({ update: null })
  })
})

test('who reads no drafts sees a changed article as it is public', async () => {
  const { id } = await makePublished(author, day(5), { title: 'As readers know it' })
  await editing.saveDraft(author, id, await draftOf(id, { title: 'A secret turn' }), day(6))
  expect(await titles(author)).toContain('A secret turn')
  expect(await titles(moderator)).toContain('As readers know it')
  expect(await titles(moderator)).not.toContain('A secret turn')
  expect(await titles(author, { search: 'secret turn' })).toEqual(['A secret turn'])
  // neither by a word nor by two letters that are in no index
  for (const search of ['secret', 'se tu']) expect(await titles(moderator, { search })).toEqual([])
  expect(await titles(moderator, { search: 'readers know' })).toEqual(['As readers know it'])
  expect(await titles(moderator, { search: 'kn it' })).toEqual(['As readers know it'])
})
