import { describe, expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { encodeCursor } from '@/domain/paging'
import * as articles from './articles'
import * as readOn from './read-on'
import * as editing from './editing'
import {
  documentOf,
  draftOf,
  makeDraft,
  makeImage,
  makePerson,
  makePublished,
  makeStaff,
  makeTopic,
  readBy,
} from './fixtures'
import * as publishing from './publishing'
import * as settings from './settings'
import * as people from './people'
import { listSitemapArticles } from './sitemap'
import { freshDatabase } from './testing'

freshDatabase()

const day = (n: number) => new Date(Date.UTC(2026, 0, n, 9))
const owner = await makeStaff('owner')
const empty = await readBy(() => articles.listPublished(day(1)))
const slugsOf = ({ items }: { items: { slug: string }[] }) => items.map(({ slug }) => slug)

test('an empty site lists nothing, and holds until something is written', () => {
  expect(empty.reading.tags).toContain('articles')
  expect(empty.reading.holdsUntil).toBeNull()
  expect(empty.result).toEqual({ items: [], next: null })
})

describe('a scheduled article', async () => {
  const topic = await makeTopic()
  const id = await makeDraft(owner, { title: 'Tomorrow', topicIds: [topic.id] })
  await publishing.publish(owner, id, { at: day(3) }, day(2))
  const before = new Date(day(3).getTime() - 1)

  test('cannot be seen by a reader before its instant, and needs nobody at it', async () => {
    expect(await articles.getPublished('tomorrow', before)).toBeNull()
    expect((await articles.getPublished('tomorrow', day(3)))?.title).toBe('Tomorrow')
  })

  test('is in no list before its instant, and in every list from it on', async () => {
    for (const options of [{}, { topicId: topic.id }, { personId: owner.personId }]) {
      expect(slugsOf(await articles.listPublished(before, options))).not.toContain('tomorrow')
      expect(slugsOf(await articles.listPublished(day(3), options))).toContain('tomorrow')
    }
    expect(slugsOf({ items: await listSitemapArticles(1, before) })).not.toContain('tomorrow')
    expect(slugsOf({ items: await listSitemapArticles(1, day(3)) })).toContain('tomorrow')
  })

  test.each([
    ['the index', () => articles.listPublished(before)],
    ['its topic', () => articles.listPublished(before, { topicId: topic.id })],
    ['its author', () => articles.listPublished(before, { personId: owner.personId })],
    ['the way back to the first page', () => articles.getPageBefore(before, { after: encodeCursor([0, 1]) })],
    ['its address', () => articles.getPublished('tomorrow', before)],
    ['the sitemap', () => listSitemapArticles(1, before)],
    ['the sitemap of authors', () => people.listAuthorSlugs(before)],
  ])('%s holds until it appears', async (_page, work) => {
    expect((await readBy<unknown>(work)).reading.holdsUntil).toEqual(day(3))
  })

  test('does not end the keeping of a page that it will not be on', async () => {
    const other = await makeTopic()
    const { reading } = await readBy(() => articles.listPublished(before, { topicId: other.id }))
    expect(reading.holdsUntil).toBeNull()
  })
})

test('a colleague has no page and is in no sitemap before something of theirs is public', async () => {
  const colleague = await makePerson('Quiet Colleague')
  const id = await makeDraft(owner, { peopleIds: [colleague.id] })
  await publishing.publish(owner, id, { at: day(3) }, day(2))
  expect(await people.listAuthorSlugs(day(2))).not.toContain(colleague.slug)
  expect(await people.listAuthorSlugs(day(3))).toContain(colleague.slug)
  const before = await readBy(() => people.getAuthor(colleague.slug, day(2)))
  expect(before.result).toBeNull()
  expect(before.reading.holdsUntil).toEqual(day(3))
  expect(await people.getAuthor(colleague.slug, day(3))).toMatchObject({ name: 'Quiet Colleague' })
  const views = [{ ...colleague, portrait: null }]
  expect(await people.asColleagues(views, day(2))).toMatchObject([{ isAuthor: false }])
  expect(await people.asColleagues(views, day(3))).toMatchObject([{ isAuthor: true }])
  await publishing.unpublish(owner, id, day(3))
})

test('a list runs from new to old, and its pages meet without gap or repeat in both directions', async () => {
  const topic = await makeTopic()
  const made = []
  // three share one instant: within it the id decides
  for (const n of [4, 5, 5, 5, 6]) made.push(await makePublished(owner, day(n), { topicIds: [topic.id] }))
  const expected = made.map(({ slug }) => slug).reverse()
  for (const options of [{ topicId: topic.id }, { personId: owner.personId }, {}]) {
    const seen: string[] = []
    const cursors: (string | null)[] = []
    let after: string | null = null
    do {
      cursors.push(after)
      const listed: Awaited<ReturnType<typeof articles.listPublished>> = await articles.listPublished(
        day(7),
        {
          ...options,
          after,
          limit: 2,
        },
      )
      seen.push(...slugsOf(listed))
      after = listed.next
    } while (after)
    expect(seen.slice(0, 5)).toEqual(expected)
    expect(new Set(seen).size).toBe(seen.length)
    for (const [index, cursor] of cursors.entries())
      expect(await articles.getPageBefore(day(7), { ...options, after: cursor, limit: 2 })).toBe(
        cursors[index - 1] ?? null,
      )
  }
})

test('a cursor that was made up shows the first page', async () => {
  const first = await articles.listPublished(day(7), { limit: 2 })
  expect(await articles.listPublished(day(7), { limit: 2, after: 'nonsense' })).toEqual(first)
})

describe('an article', async () => {
  const [writer, second] = [await makePerson('Wren Writer'), await makePerson('Sam Second')]
  const [main, other] = [await makeTopic('Main'), await makeTopic('Other')]
  const [lead, figure] = [await makeImage('A lead'), await makeImage('A figure')]
  const document = documentOf('One two three.')
  document.doc.content?.push({ type: 'figure', attrs: { mediaId: figure.id, alt: 'A figure', caption: '' } })
  const made = await makePublished(owner, day(8), {
    title: 'Whole',
    summary: 'All of it',
    description: 'For engines',
    keyphrase: 'whole',
    peopleIds: [writer.id, second.id],
    topicIds: [main.id, other.id],
    leadImageId: lead.id,
    leadCaption: 'Seen',
    document,
  })

  test('brings everything that its page shows', async () => {
    const view = await articles.getPublished('whole', day(9))
    expect(view).toMatchObject({
      title: 'Whole',
      summary: 'All of it',
      description: 'For engines',
      keyphrase: 'whole',
      leadCaption: 'Seen',
      wordCount: 3,
      publishAt: day(8),
      revisedAt: null,
      people: [{ name: 'Wren Writer' }, { name: 'Sam Second' }],
      topic: { name: 'Main' },
      topics: [{ name: 'Main' }, { name: 'Other' }],
      leadImage: { alt: 'A lead', focal: { x: 0.5, y: 0.5 } },
      counts: { comments: 0, mentions: 0 },
      discussion: { state: 'open' },
      mentions: [],
    })
    expect(view?.images.get(figure.id)?.alt).toBe('A figure')
    expect(view?.document).toEqual(document)
  })

  test('tracks all that it shows', async () => {
    const { reading } = await readBy(() => articles.getPublished('whole', day(9)))
    expect([...reading.tags]).toEqual(
      expect.arrayContaining([
        'slug:whole',
        `article:${made.id}`,
        `comments:${made.id}`,
        'people',
        'topics',
        'site',
        `media:${lead.id}`,
        `media:${figure.id}`,
      ]),
    )
  })

  test('says when readers were given a newer revision', async () => {
    const draft = await editing.saveDraft(
      owner,
      made.id,
      await draftOf(made.id, { title: 'Whole, again', document }),
      day(9),
    )
    expect(draft.kind).toBe('done')
    expect((await articles.getPublished('whole', day(9)))?.title).toBe('Whole')
    await publishing.publish(owner, made.id, {}, day(10))
    expect(await articles.getPublished('whole', day(10))).toMatchObject({
      title: 'Whole, again',
      publishAt: day(8),
      revisedAt: day(10),
    })
    expect(await listSitemapArticles(1, day(10))).toContainEqual({
      slug: 'whole',
      changedAt: day(10),
    })
  })
})

describe('an article that says when its comments close', async () => {
  const made = await makePublished(owner, day(11))
  await settings.set(systemActor('test'), { 'discussion.closeAfterDays': 14 }, day(11))

  test('holds on every page until that instant', async () => {
    for (const work of [
      () => articles.getPublished(made.slug, day(12)),
      () => articles.listPublished(day(12), { limit: 1 }),
    ])
      expect((await readBy<unknown>(work)).reading.holdsUntil).toEqual(day(25))
  })

  test('is closed from that instant on', async () => {
    expect((await articles.getPublished(made.slug, day(25)))?.discussion).toMatchObject({
      state: 'closed',
      reason: 'age',
      closedAt: day(25),
    })
    await settings.set(systemActor('test'), { 'discussion.closeAfterDays': 0 }, day(11))
  })
})

test('related articles share a topic, the newest first, and never are the article itself', async () => {
  const topic = await makeTopic()
  const [first, second, third] = [
    await makePublished(owner, day(12), { topicIds: [topic.id] }),
    await makePublished(owner, day(13), { topicIds: [topic.id] }),
    await makePublished(owner, day(14)),
  ]
  const view = await articles.getPublished(first.slug, day(15))
  if (!view) throw new Error('not public')
  const related = await readOn.listRelated(view, day(15), 2)
  expect(related.map(({ slug }) => slug)).toEqual([second.slug, third.slug])
})

test('neighbours are the articles published just before and just after', async () => {
  const [one, two, three] = [
    await makePublished(owner, day(16), { title: 'One' }),
    await makePublished(owner, day(17), { title: 'Two' }),
    await makePublished(owner, day(18), { title: 'Three' }),
  ]
  const around = (at: Date, { id }: { id: number }) => readOn.getNeighbours({ id, publishAt: at }, day(19))
  expect(await around(day(17), two)).toEqual({
    previous: { slug: one.slug, title: 'One' },
    next: { slug: three.slug, title: 'Three' },
  })
  expect((await around(day(18), three)).next).toBeNull()
})
