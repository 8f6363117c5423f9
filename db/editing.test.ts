import { and, count, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as articles from './articles'
import { db } from './client'
import * as desk from './desk'
import * as editing from './editing'
import {
  documentOf,
  draftOf,
  makeDraft,
  makeImage,
  makePublished,
  makeStaff,
  makeTopic,
  touchedBy,
} from './fixtures'
import * as publishing from './publishing'
import { getRedirect } from './redirects'
import { revisions } from './schema/articles'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-02-01T09:00:00Z')
const later = new Date('2026-02-02T09:00:00Z')
const owner = await makeStaff('owner')
const author = await makeStaff('author')

const revisionCount = (articleId: number) => db().$count(revisions, eq(revisions.articleId, articleId))
const auditOf = async (articleId: number, verb: string) =>
  (
    await db()
      .select()
      .from(audit)
      .where(and(eq(audit.subject, `article:${articleId}`), eq(audit.verb, verb)))
      .orderBy(desc(audit.id))
  )[0]

describe('a new article', () => {
  test('is an empty draft with a first revision, its writer on the byline', async () => {
    const made = await editing.create(author, {}, now)
    if (made.kind !== 'done') throw new Error(made.reason)
    expect(await desk.getForEditing(author, made.id, now)).toMatchObject({
      slug: null,
      state: 'draft',
      publishAt: null,
      hasChanges: true,
      revision: { id: made.revisionId, title: '', peopleIds: [author.personId], savedBy: author.name },
    })
    expect(await auditOf(made.id, 'article.create')).toMatchObject({
      accountId: author.accountId,
      actor: author.name,
      at: now,
    })
  })

  test('is refused to roles that do not write', async () => {
    for (const role of ['moderator', 'reviewer'] as const)
      expect(await editing.create(await makeStaff(role), {}, now)).toEqual({
        kind: 'refused',
        reason: 'forbidden',
      })
  })
})

describe('saving a draft', () => {
  test('adds a revision and leaves the ones before as they were', async () => {
    const id = await makeDraft(owner, { title: 'First' })
    const base = await draftOf(id)
    const saved = await editing.saveDraft(owner, id, { ...base, title: 'Second' }, later)
    expect(saved).toMatchObject({ kind: 'done', savedAt: later })
    const rows = await db()
      .select({ title: revisions.title })
      .from(revisions)
      .where(eq(revisions.articleId, id))
      .orderBy(revisions.id)
    expect(rows.map(({ title }) => title)).toEqual(['First', 'Second'])
    expect((await desk.getForEditing(owner, id, later))?.revision.title).toBe('Second')
  })

  test('stores nothing when nothing changed', async () => {
    const id = await makeDraft(owner)
    const base = await draftOf(id)
    expect(await editing.saveDraft(owner, id, base, later)).toMatchObject({
      kind: 'done',
      revisionId: base.baseRevisionId,
    })
    expect(await revisionCount(id)).toBe(1)
    expect(await auditOf(id, 'article.save')).toBeUndefined()
  })

  test('never writes over what somebody else saved in between', async () => {
    const id = await makeDraft(owner)
    const base = await draftOf(id)
    const first = await editing.saveDraft(owner, id, { ...base, title: 'Theirs' }, now)
    expect(await editing.saveDraft(author, id, { ...base, title: 'Mine' }, later)).toMatchObject({
      kind: 'refused',
    })
    const second = await editing.saveDraft(owner, id, { ...base, title: 'Mine' }, later)
    if (first.kind !== 'done') throw new Error(first.kind)
    expect(second).toEqual({ kind: 'conflict', current: { revisionId: first.revisionId, savedAt: now } })
    expect((await desk.getForEditing(owner, id, later))?.revision.title).toBe('Theirs')
  })

  test('can be sent again when its answer got lost', async () => {
    const id = await makeDraft(owner)
    const draft = { ...(await draftOf(id)), title: 'Sent twice' }
    const first = await editing.saveDraft(owner, id, draft, now)
    expect(await editing.saveDraft(owner, id, draft, later)).toEqual(first)
    expect(await revisionCount(id)).toBe(2)
  })

  test('refuses people, topics and images that do not exist', async () => {
    const id = await makeDraft(owner)
    const base = await draftOf(id)
    const save = (changes: object) => editing.saveDraft(owner, id, { ...base, ...changes }, now)
    expect(await save({ peopleIds: [9_999] })).toMatchObject({ reason: 'unknown-person' })
    expect(await save({ topicIds: [9_999] })).toMatchObject({ reason: 'unknown-topic' })
    expect(await save({ leadImageId: 9_999 })).toMatchObject({ reason: 'unknown-image' })
    const figure = { type: 'figure', attrs: { mediaId: 9_999, alt: '', caption: '' } }
    const document = { version: 1, doc: { type: 'doc', content: [figure] } }
    expect(await save({ document })).toMatchObject({ reason: 'unknown-image' })
  })

  test('shows readers nothing', async () => {
    const { id, slug } = await makePublished(owner, now, { title: 'As published' })
    const draft = { ...(await draftOf(id)), title: 'As drafted' }
    expect(await touchedBy(() => editing.saveDraft(owner, id, draft, later))).toEqual(new Set())
    expect((await articles.getPublished(slug, later))?.title).toBe('As published')
    expect(await desk.getForEditing(owner, id, later)).toMatchObject({ hasChanges: true })
  })

  test('keeps everything that was given', async () => {
    const [topic, image] = [await makeTopic(), await makeImage()]
    const id = await makeDraft(owner)
    const draft = {
      title: 'All fields',
      summary: 'A summary',
      description: 'A description',
      keyphrase: 'fields',
      document: documentOf('Four words stand here.'),
      peopleIds: [author.personId, owner.personId],
      topicIds: [topic.id],
      leadImageId: image.id,
      leadCaption: 'A caption',
    }
    await editing.saveDraft(owner, id, await draftOf(id, draft), now)
    expect((await desk.getForEditing(owner, id, now))?.revision).toMatchObject({ ...draft, wordCount: 4 })
  })
})

describe('a change of address', async () => {
  test('leads the old address to the new one', async () => {
    const { id, slug } = await makePublished(owner, now, { title: 'Moving house' })
    const touched = await touchedBy(async () => {
      expect(await editing.changeSlug(owner, id, 'new-house', later)).toEqual({
        kind: 'done',
        slug: 'new-house',
      })
    })
    expect(slug).toBe('moving-house')
    expect(await getRedirect('/articles/moving-house')).toBe('/articles/new-house')
    expect((await articles.getPublished('new-house', later))?.id).toBe(id)
    expect(await articles.getPublished('moving-house', later)).toBeNull()
    expect([...touched]).toEqual(
      expect.arrayContaining([
        'slug:moving-house',
        'slug:new-house',
        'path:/articles/moving-house',
        'articles',
      ]),
    )
    expect(await auditOf(id, 'article.change-slug')).toMatchObject({
      before: { slug: 'moving-house' },
      after: { slug: 'new-house' },
    })
  })

  test('back again leaves no redirect on a live address', async () => {
    const { id } = await makePublished(owner, now, { title: 'There and back' })
    await editing.changeSlug(owner, id, 'elsewhere', later)
    await editing.changeSlug(owner, id, 'there-and-back', later)
    expect(await getRedirect('/articles/there-and-back')).toBeNull()
    expect(await getRedirect('/articles/elsewhere')).toBe('/articles/there-and-back')
  })

  test('of what no reader ever saw leaves nothing behind', async () => {
    const id = await makeDraft(owner)
    await editing.changeSlug(owner, id, 'chosen-early', now)
    await editing.changeSlug(owner, id, 'chosen-late', now)
    expect(await getRedirect('/articles/chosen-early')).toBeNull()
  })

  test('of a scheduled article is told to nobody', async () => {
    const id = await makeDraft(owner, { title: 'Announced on Friday' })
    await publishing.publish(owner, id, { at: new Date(later.getTime() + 1) }, now)
    await editing.changeSlug(owner, id, 'said-on-friday', later)
    expect(await getRedirect('/articles/announced-on-friday')).toBeNull()
  })

  await makePublished(owner, now, { title: 'Moving on' })
  test.each([
    ['Not A Slug', 'invalid'],
    ['', 'invalid'],
    ['-dash', 'invalid'],
    ['new', 'reserved'],
    ['moving-on', 'taken'],
  ])('to %j is refused: %s', async (slug, reason) => {
    const id = await makeDraft(owner)
    expect(await editing.changeSlug(owner, id, slug, now)).toEqual({ kind: 'refused', reason })
  })
})

describe('the choice about a discussion', () => {
  test('acts with its commit, and is on record', async () => {
    const { id, slug } = await makePublished(owner, now)
    const touched = await touchedBy(() => editing.setDiscussion(owner, id, { discussion: 'closed' }, later))
    expect(touched).toEqual(new Set([`article:${id}`]))
    expect((await articles.getPublished(slug, later))?.discussion).toMatchObject({
      state: 'closed',
      reason: 'article',
      closedAt: later,
    })
    expect(await auditOf(id, 'article.set-discussion')).toMatchObject({
      actor: owner.name,
      before: { discussion: 'inherit' },
      after: { discussion: 'closed' },
    })
  })

  test('made twice keeps the time of the first', async () => {
    const { id, slug } = await makePublished(owner, now)
    await editing.setDiscussion(owner, id, { discussion: 'closed' }, now)
    expect(await touchedBy(() => editing.setDiscussion(owner, id, { discussion: 'closed' }, later))).toEqual(
      new Set(),
    )
    expect((await articles.getPublished(slug, later))?.discussion.closedAt).toEqual(now)
  })

  test('carries its date or its days', async () => {
    const { id } = await makePublished(owner, now)
    const choiceOf = async () => (await desk.getForEditing(owner, id, now))?.discussion.facts
    await editing.setDiscussion(owner, id, { discussion: 'closes-at', closesAt: later }, now)
    expect(await choiceOf()).toMatchObject({
      discussion: 'closes-at',
      discussionClosesAt: later,
      discussionCloseAfterDays: null,
    })
    await editing.setDiscussion(owner, id, { discussion: 'closes-after', closeAfterDays: 3 }, now)
    expect(await choiceOf()).toMatchObject({
      discussion: 'closes-after',
      discussionClosesAt: null,
      discussionCloseAfterDays: 3,
    })
  })
})

test('no verb does anything to an article that does not exist', async () => {
  const draft = await draftOf(await makeDraft(owner))
  const [{ rows } = { rows: 0 }] = await db().select({ rows: count() }).from(audit)
  for (const result of [
    await editing.saveDraft(owner, 9_999, draft, now),
    await editing.changeSlug(owner, 9_999, 'anything', now),
    await editing.setDiscussion(owner, 9_999, { discussion: 'open' }, now),
  ])
    expect(result).toEqual({ kind: 'missing' })
  expect(await desk.getForEditing(owner, 9_999, now)).toBeNull()
  expect(await db().$count(audit)).toBe(rows)
})
