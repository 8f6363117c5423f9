import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq, gt } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { originalName } from '@/domain/media'
import * as articles from '../articles'
import { db } from '../client'
import { countWrong } from '../recount'
import * as desk from '../desk'
import { mediaFile } from '../media-files'
import { listPeople } from '../people'
import * as publishing from '../publishing'
import { links } from '../schema/articles'
import { comments } from '../schema/comments'
import { touchLog } from '../schema/journal'
import { media } from '../schema/media'
import { listSections } from '../sections'
import { getPolicy, getSite } from '../settings'
import { freshDatabase } from '../testing'
import { listTopics } from '../topics'
import { load } from './load'

freshDatabase()

const FOLDER = join(import.meta.dirname, 'articles')
const now = new Date('2026-05-01T18:00:00Z')
const loaded = await load(FOLDER, now)

const RESIGNATION = 'stability-ai-ceo-resigns-ai-centralization'
const EUROPEAN = 'european-union-launches-investigations-into-big-tech-dma'

test('an empty database gets the agency: its identity, its home page, its people and its topics', async () => {
  expect(loaded).toBe(true)
  expect(await getSite()).toMatchObject({ name: 'Engitech', phone: '+1 -800-456-478-23' })
  expect((await getPolicy()).closeAfterDays).toBe(14)
  expect((await listSections())[0]?.kind).toBe('hero')
  const people = await listPeople()
  expect(people).toHaveLength(4)
  expect(people.every(({ portrait }) => portrait !== null)).toBe(true)
  expect(await listTopics()).toHaveLength(3)
})

test('every article is public at its own date, with a lead image that exists', async () => {
  const { items } = await articles.listPublished(now, { limit: 50 })
  expect(items.length).toBeGreaterThanOrEqual(8)
  for (const { leadImage, people, topic } of items) {
    expect(people.length).toBeGreaterThan(0)
    expect(topic).not.toBeNull()
    expect(leadImage?.alt).not.toBe('')
    expect(leadImage && existsSync(mediaFile(originalName(leadImage)))).toBe(true)
  }
  expect((await articles.getPublished(RESIGNATION, now))?.publishAt).toEqual(new Date('2024-03-24T17:00:00Z'))
  // nine days before, by the clocks of Seattle
  expect(
    (await articles.getPublished('a-budget-for-machine-learning-that-a-finance-director-can-read', now))
      ?.publishAt,
  ).toEqual(new Date('2026-04-22T16:15:00Z'))
})

test('the article on the resignation is mentioned by the European one, and its comments are closed by age', async () => {
  const resignation = await articles.getPublished(RESIGNATION, now)
  expect(resignation?.mentions.map(({ slug }) => slug)).toContain(EUROPEAN)
  expect(resignation?.discussion).toMatchObject({ state: 'closed', reason: 'age' })
})

test('every link to one of our articles is resolved', async () => {
  const rows = await db().select().from(links)
  const ours = rows.filter(({ href }) => href.startsWith('/articles/'))
  expect(ours.length).toBeGreaterThan(0)
  expect(ours.filter(({ targetArticleId }) => targetArticleId === null)).toEqual([])
})

test('every figure has its image', async () => {
  const view = await articles.getPublished('closing-the-books-in-an-hour', now)
  expect(view?.images.size).toBe(1)
})

test('a draft shows what the gate is for, and readers see nothing of it', async () => {
  const { items } = await articles.listPublished(now, { limit: 50 })
  expect(items.map(({ title }) => title)).not.toContain('Before repair: Stability AI CEO Resigns')
  const system = systemActor('test')
  const drafts = await desk.listArticles(system, { state: 'draft' }, now)
  expect(drafts.items.map(({ title }) => title)).toEqual(['Before repair: Stability AI CEO Resigns'])
  const id = drafts.items[0]?.id ?? 0
  const refused = await publishing.publish(system, id, {}, now)
  if (refused.kind !== 'refused' || refused.reason !== 'gate') throw new Error(`Not stopped: ${refused.kind}`)
  expect(refused.count).toBeGreaterThan(5)
  expect(new Set(refused.problems.map(({ group }) => group))).toEqual(new Set(['replacements']))
  // where the title has the name, what it was is certain
  expect(refused.problems.map(({ instead }) => instead)).toContain('AI')
})

test('threads nest, and their counts are right', async () => {
  const { items } = await articles.listPublished(now, { limit: 50 })
  expect(items.some(({ counts }) => counts.comments > 5)).toBe(true)
  for (const { id, counts } of items) {
    expect(await countWrong(id, db())).toBe(0)
    const rows = await db().select().from(comments).where(eq(comments.articleId, id)).orderBy(comments.id)
    expect(rows.filter(({ state }) => state === 'published')).toHaveLength(counts.comments)
    const times = rows.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
  const replies = await db().$count(comments, gt(comments.depth, 1))
  expect(replies).toBeGreaterThan(0)
})

test('no comment was written after now', async () => {
  expect(await db().$count(comments, gt(comments.createdAt, now))).toBe(0)
})

test('a database that holds anything is left alone', async () => {
  const count = () => Promise.all([db().$count(touchLog), db().$count(media)])
  const before = await count()
  expect(await load(FOLDER, now)).toBe(false)
  expect(await count()).toEqual(before)
})
