import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { blankRevision } from '@/domain/revision'
import * as articles from './articles'
import { db, transact } from './client'
import * as desk from './desk'
import * as editing from './editing'
import {
  documentOf,
  draftOf,
  makeDraft,
  makePublished,
  makeStaff,
  makeTopic,
  readBy,
  touchedBy,
} from './fixtures'
import * as publishing from './publishing'
import { move } from './redirects'
import { articlePeople, articleTopics, links } from './schema/articles'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const hour = (n: number) => new Date(Date.UTC(2026, 3, 1, n))
const owner = await makeStaff('owner')
const getState = async (id: number, now: Date) => (await desk.getForEditing(owner, id, now))?.state

describe('publishing', () => {
  test('needs a title and a body, and nothing else', async () => {
    const bare = { ...blankRevision(), title: 'Bare', document: documentOf('Words.') }
    const id = await makeDraft(owner, bare)
    expect(await publishing.publish(owner, id, {}, hour(1))).toEqual({
      kind: 'done',
      slug: 'bare',
      publishAt: hour(1),
    })
    const untitled = await makeDraft(owner, { title: ' ' })
    expect(await publishing.publish(owner, untitled, {}, hour(1))).toEqual({
      kind: 'refused',
      reason: 'no-title',
    })
    const empty = await makeDraft(owner, { document: blankRevision().document })
    expect(await publishing.publish(owner, empty, {}, hour(1))).toEqual({
      kind: 'refused',
      reason: 'no-body',
    })
  })

  test('gives readers the draft, its lists and its record in one go', async () => {
    const topic = await makeTopic()
    const id = await makeDraft(owner, { title: 'In one go', topicIds: [topic.id] })
    const touched = await touchedBy(() => publishing.publish(owner, id, {}, hour(2)))
    expect(touched).toEqual(new Set(['articles', `article:${id}`, `score:${id}`, 'slug:in-one-go']))
    expect((await articles.getPublished('in-one-go', hour(2)))?.topic?.id).toBe(topic.id)
    expect((await articles.listPublished(hour(2), { topicId: topic.id })).items).toHaveLength(1)
    const [row] = await db()
      .select()
      .from(audit)
      .where(and(eq(audit.subject, `article:${id}`), eq(audit.verb, 'article.publish')))
    expect(row).toMatchObject({ accountId: owner.accountId, before: { state: 'draft' } })
  })

  test('makes an address of the title, and another where that is taken', async () => {
    const slugs = []
    for (const title of ['Ärger & Co.', 'rger co', 'RGER CO!', '新しい', '再び', 'New'])
      slugs.push((await makePublished(owner, hour(3), { title })).slug)
    expect(slugs).toEqual(['rger-co', 'rger-co-2', 'rger-co-3', 'article', 'article-2', 'new-2'])
  })

  test('never takes an address by itself that an old link still leads from', async () => {
    await transact((tx) => move(tx, '/articles/old-link', '/articles/bare', hour(3)))
    expect((await makePublished(owner, hour(4), { title: 'Old link' })).slug).toBe('old-link-2')
  })

  test('keeps the address of a long title within bounds, its number whole', async () => {
    const title = 'word '.repeat(50)
    const [first, second] = [
      await makePublished(owner, hour(4), { title }),
      await makePublished(owner, hour(4), { title }),
    ]
    expect(first.slug).toMatch(/^(word-)+word$/)
    expect(second.slug).toMatch(/^(word-)+wo?r?d?-2$/)
    for (const { slug } of [first, second]) expect(slug.length).toBeLessThanOrEqual(120)
  })

  test('many of one title at once gives each an address of its own', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => makeDraft(owner, { title: 'Rush' })))
    const results = await Promise.all(ids.map((id) => publishing.publish(owner, id, {}, hour(4))))
    const slugs = results.map((result) => (result.kind === 'done' ? result.slug : result.kind))
    expect(new Set(slugs)).toEqual(new Set(['rush', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `rush-${n}`)]))
  })

  test('asked for twice is done once', async () => {
    const { id } = await makePublished(owner, hour(5))
    expect(await touchedBy(() => publishing.publish(owner, id, {}, hour(6)))).toEqual(new Set())
    expect((await desk.getForEditing(owner, id, hour(6)))?.publishAt).toEqual(hour(5))
  })
})

describe('an update', () => {
  test('replaces what readers get, its topics and its people, and keeps date and address', async () => {
    const [before, after] = [await makeTopic(), await makeTopic()]
    const { id, slug } = await makePublished(owner, hour(5), { title: 'Kept', topicIds: [before.id] })
    const draft = await draftOf(id, { title: 'Renamed', topicIds: [after.id], peopleIds: [] })
    await editing.saveDraft(owner, id, draft, hour(6))
    await publishing.publish(owner, id, {}, hour(7))
    expect(await articles.getPublished(slug, hour(7))).toMatchObject({
      title: 'Renamed',
      slug: 'kept',
      publishAt: hour(5),
      revisedAt: hour(7),
    })
    const topicsOf = await db().select().from(articleTopics).where(eq(articleTopics.articleId, id))
    expect(topicsOf.map(({ topicId }) => topicId)).toEqual([after.id])
    expect(await db().$count(articlePeople, eq(articlePeople.articleId, id))).toBe(0)
  })

  test('may date an article back, which is no revision', async () => {
    const { id, slug } = await makePublished(owner, hour(5))
    await publishing.publish(owner, id, { at: hour(1) }, hour(6))
    expect(await articles.getPublished(slug, hour(6))).toMatchObject({ publishAt: hour(1), revisedAt: null })
    expect((await desk.getForEditing(owner, id, hour(6)))?.firstPublishedAt).toEqual(hour(5))
  })
})

describe('scheduling', () => {
  test('lets an article appear at its instant, and calls that its first publication', async () => {
    const id = await makeDraft(owner)
    await publishing.publish(owner, id, { at: hour(9) }, hour(8))
    expect(await getState(id, hour(8))).toBe('scheduled')
    expect(await getState(id, hour(9))).toBe('published')
    expect((await desk.getForEditing(owner, id, hour(9)))?.firstPublishedAt).toEqual(hour(9))
  })

  test('can be moved, hurried and called off', async () => {
    const id = await makeDraft(owner)
    await publishing.publish(owner, id, { at: hour(9) }, hour(8))
    await publishing.publish(owner, id, { at: hour(12) }, hour(8))
    expect(await getState(id, hour(9))).toBe('scheduled')
    await publishing.unpublish(owner, id, hour(9))
    expect(await desk.getForEditing(owner, id, hour(13))).toMatchObject({
      state: 'draft',
      publishAt: null,
      firstPublishedAt: null,
    })
    await publishing.publish(owner, id, { at: hour(14) }, hour(13))
    await publishing.publish(owner, id, {}, hour(13))
    expect(await desk.getForEditing(owner, id, hour(13))).toMatchObject({
      state: 'published',
      publishAt: hour(13),
      firstPublishedAt: hour(13),
    })
  })

  test('is refused for what is public already', async () => {
    const { id } = await makePublished(owner, hour(5))
    expect(await publishing.publish(owner, id, { at: hour(9) }, hour(6))).toEqual({
      kind: 'refused',
      reason: 'public',
    })
  })
})

describe('unpublishing', () => {
  test('takes an article from its address and every list, at once', async () => {
    const topic = await makeTopic()
    const { id, slug } = await makePublished(owner, hour(5), { topicIds: [topic.id] })
    const touched = await touchedBy(() => publishing.unpublish(owner, id, hour(6)))
    expect(touched).toEqual(new Set(['articles', `article:${id}`, `score:${id}`, `slug:${slug}`]))
    expect(await articles.getPublished(slug, hour(6))).toBeNull()
    expect((await articles.listPublished(hour(6), { topicId: topic.id })).items).toEqual([])
    expect(await getState(id, hour(6))).toBe('unpublished')
    expect(await publishing.unpublish(owner, id, hour(6))).toEqual({
      kind: 'refused',
      reason: 'not-published',
    })
  })

  test('and publishing again keeps address, date and first publication', async () => {
    const { id, slug } = await makePublished(owner, hour(5))
    await publishing.unpublish(owner, id, hour(6))
    await publishing.publish(owner, id, {}, hour(8))
    expect(await articles.getPublished(slug, hour(8))).toMatchObject({
      publishAt: hour(5),
      revisedAt: null,
    })
    expect((await desk.getForEditing(owner, id, hour(8)))?.firstPublishedAt).toEqual(hour(5))
  })
})

describe('a link from one article to another', async () => {
  const target = await makePublished(owner, hour(1), { title: 'The target' })
  const linking = (href: string) => ({ document: documentOf('Before.', ['the words of the link', href]) })
  // as a page asks, for which answers are kept
  const shownAt = async (now: Date) => (await readBy(() => articles.getPublished('the-target', now))).result
  const mentionsAt = async (now: Date) => (await shownAt(now))?.mentions ?? []
  const countAt = async (now: Date) => (await shownAt(now))?.counts.mentions

  test('is a mention, with the words around it, while its source is public', async () => {
    const source = await makePublished(owner, hour(2), {
      title: 'The source',
      ...linking('/articles/the-target#part'),
    })
    expect(await mentionsAt(hour(2))).toEqual([
      {
        id: source.id,
        slug: 'the-source',
        title: 'The source',
        publishAt: hour(2),
        quote: 'the words of the link',
      },
    ])
    expect(await countAt(hour(2))).toBe(1)
    const touched = await touchedBy(() => publishing.unpublish(owner, source.id, hour(3)))
    expect(touched).toContain(`article:${target.id}`)
    expect(await countAt(hour(3))).toBe(0)
  })

  test('of a scheduled article appears with it, and until then the target holds', async () => {
    const id = await makeDraft(owner, linking('/articles/the-target'))
    const touched = await touchedBy(() => publishing.publish(owner, id, { at: hour(6) }, hour(4)))
    expect(touched).toContain(`article:${target.id}`)
    const { result, reading } = await readBy(() => articles.getPublished('the-target', hour(5)))
    expect(result).toMatchObject({ mentions: [], counts: { mentions: 0 } })
    expect(reading.holdsUntil).toEqual(hour(6))
    expect(await countAt(hour(6))).toBe(1)
    expect(await mentionsAt(hour(6))).toHaveLength(1)
    await publishing.unpublish(owner, id, hour(7))
  })

  test('counts once however often it is made, and never from the article itself', async () => {
    await makePublished(owner, hour(7), {
      title: 'Twice',
      document: documentOf(['one', '/articles/the-target'], ['two', '/articles/the-target']),
    })
    const draft = await draftOf(target.id, linking('/articles/the-target'))
    await editing.saveDraft(owner, target.id, draft, hour(7))
    await publishing.publish(owner, target.id, {}, hour(7))
    expect(await countAt(hour(7))).toBe(1)
    expect(await mentionsAt(hour(7))).toMatchObject([{ slug: 'twice', quote: 'one' }])
  })

  test('finds its target over an address that moved', async () => {
    await editing.changeSlug(owner, target.id, 'the-target-moved', hour(8))
    const { id } = await makePublished(owner, hour(8), linking('/articles/the-target'))
    const [link] = await db().select().from(links).where(eq(links.articleId, id)).orderBy(desc(links.id))
    expect(link).toMatchObject({ href: '/articles/the-target', targetArticleId: target.id })
  })

  test('to an address where nothing is yet becomes a mention when something appears there', async () => {
    const title = 'Not yet written'
    await makePublished(owner, hour(10), linking('/articles/not-yet-written?from=here'))
    await makePublished(owner, hour(10), linking('/articles/not-yet-written-at-all'))
    const id = await makeDraft(owner, { title })
    const touched = await touchedBy(() => publishing.publish(owner, id, {}, hour(11)))
    expect(touched).toContain(`article:${id}`)
    expect((await articles.getPublished('not-yet-written', hour(11)))?.counts.mentions).toBe(1)
  })

  test('follows its address to the article that takes it over', async () => {
    const old = await makePublished(owner, hour(12), { title: 'Of the old' })
    await makePublished(owner, hour(12), linking('/articles/of-the-old'))
    await editing.changeSlug(owner, old.id, 'of-the-old-moved', hour(13))
    expect((await articles.getPublished('of-the-old-moved', hour(13)))?.counts.mentions).toBe(1)

    const heir = await makePublished(owner, hour(13), { title: 'The heir' })
    const touched = await touchedBy(() => editing.changeSlug(owner, heir.id, 'of-the-old', hour(14)))
    expect(touched).toContain(`article:${old.id}`)
    expect((await articles.getPublished('of-the-old', hour(14)))?.counts.mentions).toBe(1)
    expect((await articles.getPublished('of-the-old-moved', hour(14)))?.counts.mentions).toBe(0)
  })

  test('to an article that was never public stays behind when that changes its address', async () => {
    const id = await makeDraft(owner, { title: 'Secret' })
    await editing.changeSlug(owner, id, 'a-guess', hour(15))
    await makePublished(owner, hour(15), linking('/articles/a-guess'))
    await editing.changeSlug(owner, id, 'no-guess', hour(15))
    await publishing.publish(owner, id, {}, hour(16))
    expect((await articles.getPublished('no-guess', hour(16)))?.counts.mentions).toBe(0)
  })

  test('elsewhere is kept and mentions nobody', async () => {
    const { id } = await makePublished(owner, hour(9), linking('https://elsewhere.test/articles/twice'))
    const [link] = await db().select().from(links).where(eq(links.articleId, id))
    expect(link).toMatchObject({ targetArticleId: null })
  })
})
