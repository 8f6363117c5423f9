import { rmSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { originalName } from '@/domain/media'
import { MAX_ATTEMPTS } from '@/domain/jobs'
import { db, opened, transact } from './client'
import { CHECKS } from './doctor'
import { documentOf, keepImage, makePublished, makeStaff, makeTopic } from './fixtures'
import { mediaFile } from './media-files'
import { articlePeople, articles, articleTopics, links, revisions } from './schema/articles'
import { comments } from './schema/comments'
import { jobs } from './schema/jobs'
import { touchLog } from './schema/journal'
import { media } from './schema/media'
import { indexTitle } from './search'
import { freshDatabase } from './testing'

freshDatabase()
const NOON = new Date('2026-03-01T12:00:00Z')
const document = { version: 1 as const, doc: { type: 'doc', content: [{ type: 'paragraph' }] } }

beforeAll(async () => {
  await transact(async (tx) => {
    for (const id of [1, 2]) {
      await tx.insert(articles).values({
        id,
        slug: `article-${id}`,
        state: 'published',
        publishAt: NOON,
        publishedRevisionId: id,
        draftRevisionId: id,
        createdAt: NOON,
        updatedAt: NOON,
      })
      await tx.insert(revisions).values({
        id,
        articleId: id,
        title: `Article ${id}`,
        peopleIds: [],
        topicIds: [],
        wordCount: 0,
        reason: 'publish',
        createdAt: NOON,
        document,
      })
      await indexTitle(tx, id, { title: `Article ${id}`, publicTitle: `Article ${id}` })
    }
  })
})

beforeEach(async () => {
  const row = { articleId: 1, depth: 0, state: 'published' as const, shown: true, name: 'Ada', reasons: [] }
  const text = { createdAt: NOON, renderedBy: 1, source: 'Yes', html: '<p>Yes</p>' }
  await transact(async (tx) => {
    await tx.delete(comments)
    await tx.insert(comments).values([
      { ...row, ...text, id: 1, replyCount: 1, threadCount: 2 },
      { ...row, ...text, id: 2, parentId: 1, rootId: 1, depth: 1, replyCount: 1 },
      { ...row, ...text, id: 3, parentId: 2, rootId: 1, depth: 2 },
    ])
    await tx.update(articles).set({ commentCount: 3, lastCommentAt: NOON }).where(eq(articles.id, 1))
  })
})

async function problems() {
  const found = []
  for (const check of Object.values(CHECKS)) for await (const problem of check()) found.push(problem)
  return found
}

test('finds nothing where nothing is wrong', async () => {
  expect(await problems()).toEqual([])
})

test('finds a wrong count and a wrong place, mends both, and tells those who show them', async () => {
  await transact(async (tx) => {
    await tx.update(articles).set({ commentCount: 7, lastCommentAt: null }).where(eq(articles.id, 1))
    await tx.update(comments).set({ shown: false, depth: 9, rootId: null }).where(eq(comments.id, 3))
    await tx.delete(touchLog)
  })
  const found = await problems()
  expect(found.map(({ subject, problem }) => `${subject} ${problem}`)).toEqual([
    'article:1 keeps 7 comments; it has 3 comments, the last of 2026-03-01T12:00:00.000Z',
    'article:1 its comments 3 stand or count wrongly in their thread',
  ])
  for (const { mend } of found) await mend?.()
  expect(await problems()).toEqual([])
  expect(await db().select({ tag: touchLog.tag }).from(touchLog)).toEqual([{ tag: 'comments:1' }])
})

test('finds comments whose parent is gone and does not pretend to mend them', async () => {
  await transact(async (tx) => {
    await tx.delete(comments).where(eq(comments.id, 1))
    await tx.update(articles).set({ commentCount: 2 }).where(eq(articles.id, 1))
  })
  const found = await problems()
  expect(found).toMatchObject([{ problem: 'its comments 2, 3 answer a comment that is not there' }])
  expect(found[0]?.mend).toBeUndefined()
})

test('finds an article that is listed wrongly, lists it again, and tells those who show lists', async () => {
  const { id } = await makePublished(await makeStaff('owner'), NOON, {
    topicIds: [(await makeTopic()).id],
    document: documentOf(['The first', '/articles/article-1']),
  })
  await transact(async (tx) => {
    await tx
      .update(articleTopics)
      .set({ publishAt: new Date(0) })
      .where(eq(articleTopics.articleId, id))
    await tx.delete(articlePeople).where(eq(articlePeople.articleId, id))
    await tx
      .update(links)
      .set({ publishAt: new Date(0) })
      .where(eq(links.articleId, id))
    await indexTitle(tx, id, { title: 'Another title' })
    await tx.delete(touchLog)
  })
  const [found] = await problems()
  expect(found).toMatchObject({
    subject: `article:${id}`,
    problem: 'is found wrongly: topics, people, links, title',
  })
  await found?.mend?.()
  expect(await problems()).toEqual([])
  expect(await db().select({ tag: touchLog.tag }).from(touchLog)).toEqual([
    { tag: 'articles' },
    { tag: `article:${id}` },
    { tag: 'article:1' },
  ])
})

test('finds images whose files are gone', async () => {
  const image = await keepImage(Buffer.from('a picture'), 'image/png', { width: 4, height: 3 })
  expect(await problems()).toEqual([])
  rmSync(mediaFile(originalName(image)))
  expect(await problems()).toMatchObject([{ subject: `media:${image.id}` }])
  await transact(async (tx) => {
    await tx.delete(media).where(eq(media.id, image.id))
    await tx.delete(jobs)
  })
})

test('finds an article that shows a revision of another', async () => {
  await transact((tx) => tx.update(articles).set({ publishedRevisionId: 1 }).where(eq(articles.id, 2)))
  expect(await problems()).toMatchObject([
    { subject: 'article:2', problem: expect.stringContaining('no revision of its own') },
    { subject: 'article:2', problem: 'is found wrongly: title' },
  ])
  await transact((tx) => tx.update(articles).set({ publishedRevisionId: 2 }).where(eq(articles.id, 2)))
})

test('finds references that lead nowhere', async () => {
  const { writer } = opened()
  writer.pragma('foreign_keys = OFF')
  await transact((tx) => tx.update(comments).set({ personId: 99 }).where(eq(comments.id, 2)))
  writer.pragma('foreign_keys = ON')
  expect(await problems()).toMatchObject([{ subject: 'comments:2' }])
})

test('finds jobs that were given up, with the reason', async () => {
  await transact((tx) =>
    tx
      .insert(jobs)
      .values({ kind: 'prune', payload: {}, dueAt: NOON, attempts: MAX_ATTEMPTS, lastError: 'disk full' }),
  )
  expect(await problems()).toMatchObject([{ problem: 'prune was given up: disk full' }])
})
