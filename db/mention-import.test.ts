import { expect, test } from 'vitest'
import type { ImportedMention } from '@/domain/mentions/import'
import { type Actor, systemActor } from '@/domain/actor'
import { getPublished } from './articles'
import { move } from './redirects'
import { transact } from './client'
import { documentOf, makePublished, makeStaff, touchedBy } from './fixtures'
import { importMention } from './mention-import'
import { getMention, putMention } from './mention-fixtures'
import { pruneMentions } from './mention-prune'
import * as publishing from './publishing'
import { scoreTag } from './score-work'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T10:00:00Z')
const at = new Date('2019-05-04T03:02:01Z')
const owner = await makeStaff('owner')
const importer = systemActor('import')
const site = new URL('https://us.example/')

const article = () => makePublished(owner, new Date('2019-01-01T10:00:00Z'))
const linking = (slug: string) => ({ document: documentOf('Before.', ['the words', `/articles/${slug}`]) })

let count = 0
const bring = (articleId: number, given: Partial<ImportedMention> = {}, actor: Actor = importer) => {
  const mention: ImportedMention = {
    articleId,
    source: `https://www.peer.example/page-${++count}#comments`,
    protocol: 'pingback',
    state: 'published',
    authorName: '',
    title: 'A page of another site',
    excerpt: '[…] they say that there […]',
    at,
  }
  return importMention(actor, { ...mention, ...given }, { site, now })
}
const seen = async (slug: string) => {
  const { counts, mentions, elsewhere } = (await getPublished(slug, now)) ?? {}
  return { counts, here: mentions?.map((each) => each.slug), elsewhere: elsewhere?.mentions }
}

test('what is imported is shown as what was received, with its date, and is no comment', async () => {
  const { id, slug } = await article()
  const touched = await touchedBy(() =>
    bring(id, { authorName: 'Somebody\u202e', source: 'https://a.example/b#c' }),
  )
  expect(touched).toContain(`article:${id}`)
  // nobody saw its link, which counts for the score
  expect(touched).toContain(scoreTag(id))
  const { counts, elsewhere } = await seen(slug)
  expect(counts).toEqual({ comments: 0, mentions: 1 })
  expect(elsewhere).toMatchObject([
    {
      kind: 'mention',
      source: 'https://a.example/b',
      host: 'a.example',
      authorName: 'Somebody',
      title: 'A page of another site',
      excerpt: '[…] they say that there […]',
      publishedAt: at,
      receivedAt: at,
    },
  ])
})

test('imported again it is the same mention, and stays as staff left it', async () => {
  const { id, slug } = await article()
  const source = 'https://a.example/again'
  const first = await bring(id, { source })
  if (first.kind !== 'stored') throw new Error(first.kind)
  await putMention(first.id, 'removed')
  expect(await bring(id, { source: `${source}#part` })).toEqual({ kind: 'known', id: first.id })
  expect((await getMention(first.id)).state).toBe('removed')
  expect((await seen(slug)).counts?.mentions).toBe(0)
})

test('what was held or spam stays so, and is not taken for old', async () => {
  const { id, slug } = await article()
  const ids: number[] = []
  for (const state of ['held', 'spam', 'removed'] as const) {
    const brought = await bring(id, { state })
    if (brought.kind !== 'stored') throw new Error(brought.kind)
    ids.push(brought.id)
  }
  await pruneMentions(now)
  const states = await Promise.all(ids.map(async (each) => (await getMention(each)).state))
  expect(states).toEqual(['held', 'spam', 'removed'])
  expect((await seen(slug)).counts?.mentions).toBe(0)
})

test('a pingback from another article of the site is the mention by its link, once', async () => {
  const target = await article()
  const source = await makePublished(owner, new Date('2020-01-01T10:00:00Z'), linking(target.slug))
  await transact((tx) => move(tx, '/2020/01/the-source/', `/articles/${source.slug}`, now))
  for (const path of [`/articles/${source.slug}`, '/2020/01/the-source/'])
    expect(await bring(target.id, { source: `http://www.us.example${path}` })).toEqual({
      kind: 'own',
      articleId: source.id,
    })
  expect(await seen(target.slug)).toEqual({
    counts: { comments: 0, mentions: 1 },
    here: [source.slug],
    elsewhere: [],
  })
  await publishing.unpublish(owner, source.id, now)
  expect((await seen(target.slug)).counts?.mentions).toBe(0)
})

test('brought before its source, it is taken back once the source is there', async () => {
  const target = await article()
  const early = { source: 'https://us.example/articles/comes-later' }
  expect((await bring(target.id, early)).kind).toBe('stored')
  await makePublished(owner, now, { title: 'Comes later', ...linking(target.slug) })
  expect((await bring(target.id, early)).kind).toBe('own')
  expect(await seen(target.slug)).toMatchObject({
    counts: { mentions: 1 },
    here: ['comes-later'],
    elsewhere: [],
  })
})

test('what is no address, what is about no article, and who may not moderate, is refused', async () => {
  const { id } = await article()
  expect(await bring(id, { source: 'javascript:hit()' })).toEqual({ kind: 'refused', reason: 'source' })
  expect(await bring(id + 1_000)).toEqual({ kind: 'refused', reason: 'missing' })
  expect(await bring(id, {}, await makeStaff('author'))).toEqual({ kind: 'refused', reason: 'forbidden' })
})
