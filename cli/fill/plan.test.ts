import { describe, expect, test } from 'vitest'
import { CHECKS } from '@/db/doctor'
import { db, transact } from '@/db/client'
import { prepareMaterials, publishPlanned } from '@/db/fill'
import { getCommented, listCommented, postPlanned } from '@/db/fill-comments'
import { articles, links, revisions } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { freshDatabase } from '@/db/testing'
import { renderComment } from '@/domain/comments/markdown'
import { parseDocument } from '@/domain/document/validate'
import { planArticles } from './articles'
import { planComments, planThread } from './comments'
import { STARTING } from './starting'

freshDatabase()
const from = new Date('2020-01-01T00:00:00Z')
const until = new Date('2025-01-01T00:00:00Z')
const now = new Date('2026-03-01T12:00:00Z')
const silent = () => {}

async function fill(count: number, size: number, seed: number) {
  const materials = await prepareMaterials(STARTING, now)
  const ids = await publishPlanned(planArticles({ count, seed, from, until, materials }), silent)
  const targets = await listCommented(materials.nextNumber - 1, now)
  await postPlanned(planComments(targets, { count: size, seed, until, staff: materials.people }), silent)
  return { ids, materials }
}

async function problems() {
  const found = []
  for (const check of Object.values(CHECKS)) for await (const problem of check()) found.push(problem)
  return found
}

describe('bulk content', () => {
  test('is as many articles and comments as were asked for, and every counter agrees', async () => {
    const { ids } = await fill(300, 4_000, 1)
    expect(new Set(ids).size).toBe(300)
    expect(await db().$count(articles)).toBe(300)
    expect(await db().$count(comments)).toBe(4_000)
    expect(await problems()).toEqual([])
  })

  test('can be added to a site again and again', async () => {
    const before = await db().$count(articles)
    await fill(20, 100, 1)
    expect(await db().$count(articles)).toBe(before + 20)
    expect(await problems()).toEqual([])
  })

  test('has comments in every state, tombstones, and mentions of other articles', async () => {
    const rows = await db().select({ state: comments.state, shown: comments.shown }).from(comments)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['published', 'held', 'spam', 'removed']))
    expect(rows.some(({ state, shown }) => state === 'removed' && shown)).toBe(true)
    const mentions = await db().select({ href: links.href, target: links.targetArticleId }).from(links)
    const slugs = await db().select({ id: articles.id, slug: articles.slug }).from(articles)
    const addresses = new Map(slugs.map(({ id, slug }) => [id, `/articles/${slug}`]))
    expect(mentions.length).toBeGreaterThan(20)
    expect(mentions.every(({ href, target }) => target !== null && addresses.get(target) === href)).toBe(true)
  })

  test('has documents that an editor could have saved, of many lengths', async () => {
    const rows = await db()
      .select({ document: revisions.document, words: revisions.wordCount })
      .from(revisions)
    for (const { document } of rows)
      expect(parseDocument(document)).toMatchObject({ kind: 'document', document })
    const lengths = rows.map(({ words }) => words).sort((a, b) => a - b)
    expect(lengths[0]).toBeLessThan(300)
    expect(lengths.at(-1)).toBeGreaterThan(1_000)
  })

  test('has comments as the renderer would have left them', async () => {
    const rows = await db().select({ source: comments.source, html: comments.html }).from(comments).limit(200)
    for (const { source, html } of rows) expect(html).toBe(renderComment(source))
  })

  test('is the same for the same seed, and another for another', () => {
    const materials = { people: [{ id: 1, name: 'Ada' }], topicIds: [1, 2], imageIds: [], nextNumber: 1 }
    const plan = (seed: number, count = 5) => [...planArticles({ count, seed, from, until, materials })]
    expect(plan(3)).toEqual(plan(3))
    expect(plan(3)).not.toEqual(plan(4))
    const article = { articleId: 1, revisionId: 1, publishAt: from }
    const thread = (seed: number) => [
      ...planThread(article, { count: 50, depth: 9, seed, until, staff: [] }).comments,
    ]
    expect(thread(3)).toEqual(thread(3))
    expect(thread(3)).not.toEqual(thread(4))
  })
})

describe('one deep thread', () => {
  test('goes as deep as asked for, no deeper, and is published in whole', async () => {
    const [article] = await db().select({ slug: articles.slug, id: articles.id }).from(articles).limit(1)
    const target = await getCommented(article?.slug ?? '')
    if (!target) throw new Error('The article is published')
    const before = await db().select({ id: comments.id }).from(comments)
    const known = new Set(before.map(({ id }) => id))
    await postPlanned([planThread(target, { count: 5_000, depth: 40, seed: 2, until, staff: [] })], silent)
    const rows = await db()
      .select({ id: comments.id, depth: comments.depth, state: comments.state })
      .from(comments)
    const added = rows.filter(({ id }) => !known.has(id))
    expect(added).toHaveLength(5_000)
    expect(Math.max(...added.map(({ depth }) => depth))).toBe(40)
    expect(added.every(({ state }) => state === 'published')).toBe(true)
    expect(await problems()).toEqual([])
  })

  test('of fewer comments than its depth is one branch', () => {
    const article = { articleId: 1, revisionId: 1, publishAt: from }
    const planned = [...planThread(article, { count: 3, depth: 10, seed: 1, until, staff: [] }).comments]
    expect(planned.map(({ depth }) => depth)).toEqual([0, 1, 2])
  })

  test('has nowhere to go in an article that is not published', async () => {
    await transact((tx) => tx.insert(articles).values({ slug: 'a-draft', createdAt: now, updatedAt: now }))
    expect(await getCommented('a-draft')).toBeNull()
  })
})
