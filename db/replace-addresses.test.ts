import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { plainText } from '@/domain/document/text'
import type { ReplaceQuery } from '@/domain/replace/query'
import { db } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makePublished, makeStaff, touchedBy } from './fixtures'
import * as publishing from './publishing'
import { getRedirect } from './redirects'
import { apply, undo } from './replace-apply'
import { lookFor, queryOf, word } from './replace-fixtures'
import * as replacing from './replacing'
import { articles, revisions } from './schema/articles'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-02T12:00:00Z')
const clock = () => later
const editor = await makeStaff('editor')

const saying = (text: string) => ({ document: documentOf(text) })
const asked = (name: string) => queryOf(name, { open: ['slug'] })
const look = (query: ReplaceQuery) => lookFor(editor, query, { now })

async function articleOf(id: number) {
  const [row] = await db()
    .select({ slug: articles.slug, document: revisions.document })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(articles.id, id))
  return { slug: row?.slug, text: row && plainText(row.document) }
}

describe('addresses', () => {
  test('are left alone unless they are chosen', async () => {
    const name = word()
    const { id: articleId, slug } = await makePublished(editor, now, {
      title: `${name} grows`,
      ...saying(name),
    })
    await apply(editor, await look(queryOf(name)), clock)
    expect((await articleOf(articleId)).slug).toBe(slug)
  })

  test('change with the texts, lead on from the old ones, and come back with them', async () => {
    const name = word()
    const made = await makePublished(editor, now, { title: `${name} grows`, ...saying(`${name} is here.`) })
    const old = `${name.toLowerCase()}-grows`
    expect(made.slug).toBe(old)
    const id = await look(asked(name))
    const order = await replacing.getReplacement(editor, id)
    const items = order ? (await replacing.listFound(order, { after: 0 })).items : []
    expect(order).toMatchObject({ hits: 3, articles: 1 })
    expect(items[0]?.sides.at(-1)).toMatchObject({
      of: 'address',
      hits: [{ key: 'a0', found: old, instead: 'northwind-grows' }],
    })
    const touched = await touchedBy(() => apply(editor, id, clock))
    expect([...touched]).toEqual(
      expect.arrayContaining([`slug:${old}`, 'slug:northwind-grows', `path:/articles/${old}`]),
    )
    expect((await articleOf(made.id)).slug).toBe('northwind-grows')
    expect(await getRedirect(`/articles/${old}`)).toBe('/articles/northwind-grows')
    expect(await undo(editor, id, later)).toEqual({ kind: 'done', changed: 1, left: 0 })
    expect((await articleOf(made.id)).slug).toBe(old)
    expect(await getRedirect(`/articles/${old}`)).toBeNull()
    expect(await getRedirect('/articles/northwind-grows')).toBe(`/articles/${old}`)
    expect((await articleOf(made.id)).text).toBe(`${name} is here.`)
  })

  test('change alone where nothing else says it, and stay where they were skipped', async () => {
    const name = word()
    const one = await makePublished(editor, now, { title: `${name} one`, ...saying('Nothing.') })
    const two = await makePublished(editor, now, { title: `${name} two`, ...saying('Nothing.') })
    for (const { id } of [one, two]) {
      await editing.saveDraft(editor, id, await draftOf(id, { title: 'Another', ...saying('Nothing.') }), now)
      await publishing.publish(editor, id, { at: now }, now)
    }
    const id = await look(asked(name))
    await replacing.setSkipped(editor, id, { articleId: two.id, skipped: ['a0'] })
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 1, left: 0 })
    expect([(await articleOf(one.id)).slug, (await articleOf(two.id)).slug]).toEqual([
      'northwind-one',
      `${name.toLowerCase()}-two`,
    ])
  })

  test('that were taken or changed since leave the article as it is, its text too', async () => {
    const name = word()
    const made = await makePublished(editor, now, { title: `${name} sails`, ...saying(`${name} sails.`) })
    const moved = await makePublished(editor, now, { title: `${name} swims`, ...saying(`${name} swims.`) })
    const id = await look(asked(name))
    await makePublished(editor, now, { title: 'Northwind sails', ...saying('Another.') })
    await editing.changeSlug(editor, moved.id, 'elsewhere-now', now)
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 0, left: 2 })
    expect((await articleOf(made.id)).text).toBe(`${name} sails.`)
    expect((await articleOf(moved.id)).slug).toBe('elsewhere-now')
  })

  test('that somebody changed after the replacement keep it from being taken back', async () => {
    const name = word()
    const made = await makePublished(editor, now, { title: `${name} rows`, ...saying(`${name} rows.`) })
    const id = await look(asked(name))
    await apply(editor, id, clock)
    await editing.changeSlug(editor, made.id, 'rows-elsewhere', later)
    expect(await undo(editor, id, later)).toEqual({ kind: 'done', changed: 0, left: 1 })
    expect((await articleOf(made.id)).text).toBe('Northwind rows.')
  })
})
