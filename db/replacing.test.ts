import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { plainText } from '@/domain/document/text'
import type { ReplaceQuery } from '@/domain/replace/query'
import * as articleVerbs from './articles'
import { db } from './client'
import * as editing from './editing'
import { documentOf, draftOf, makeDraft, makePublished, makeStaff, touchedBy } from './fixtures'
import * as publishing from './publishing'
import { apply, undo } from './replace-apply'
import { lookFor, queryOf, word } from './replace-fixtures'
import { lookFurther } from './replace-search'
import * as replacing from './replacing'
import { articles, revisions } from './schema/articles'
import { audit } from './schema/journal'
import * as settings from './settings'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-02T12:00:00Z')
const editor = await makeStaff('editor')
const owner = await makeStaff('owner')

const look = (actor: StaffActor, query: ReplaceQuery, articleId: number | null = null) =>
  lookFor(actor, query, { articleId, now })

async function foundBy(actor: StaffActor, id: number) {
  const order = await replacing.getReplacement(actor, id)
  if (!order) throw new Error('There is no such replacement')
  return { order, ...(await replacing.listFound(order, { after: 0 })) }
}

async function textsOf(id: number) {
  const [article] = await db().select().from(articles).where(eq(articles.id, id))
  const ids = [article?.draftRevisionId ?? 0, article?.publishedRevisionId ?? 0]
  const rows = await db().select().from(revisions).where(inArray(revisions.id, ids))
  const text = (wanted: number | undefined) => {
    const row = rows.find(({ id }) => id === wanted)
    return row ? plainText(row.document) : null
  }
  return { draft: text(ids[0]), published: text(ids[1]), article }
}

const saying = (text: string) => ({ document: documentOf(text) })
const clock = () => later

describe('a look for words', () => {
  test('names each article with its hits and changes nothing', async () => {
    const name = word()
    const one = await makePublished(editor, now, saying(`${name} met ${name} and “${name}”.`))
    const draft = await makeDraft(editor, saying(`Only ${name}.`), now)
    await makePublished(editor, now, saying(`${name}s are another word.`))
    const { order, items } = await foundBy(editor, await look(editor, queryOf(name)))
    expect(order).toMatchObject({ state: 'found', articles: 2, hits: 3, guarded: 1 })
    expect(items.map(({ articleId, isPublic, hits }) => [articleId, isPublic, hits])).toEqual([
      [one.id, true, 2],
      [draft, false, 1],
    ])
    expect(items[0]?.sides[0]?.hits.map(({ guard }) => guard)).toEqual([null, null, 'quote'])
    expect((await textsOf(draft)).draft).toBe(`Only ${name}.`)
  })

  test('keeps to one article where it is asked to', async () => {
    const name = word()
    await makePublished(editor, now, saying(name))
    const mine = await makePublished(editor, now, saying(name))
    const { items } = await foundBy(editor, await look(editor, queryOf(name), mine.id))
    expect(items.map(({ articleId }) => articleId)).toEqual([mine.id])
  })

  test('of an author reaches the author’s own articles, and of a contributor none', async () => {
    const name = word()
    const author = await makeStaff('author')
    await makePublished(editor, now, saying(name))
    const own = await makePublished(author, now, saying(name))
    const id = await look(author, queryOf(name))
    expect((await foundBy(author, id)).items.map(({ articleId }) => articleId)).toEqual([own.id])
    expect(await replacing.getReplacement(await makeStaff('author'), id)).toBeNull()
    const contributor = await makeStaff('contributor')
    const refused = await replacing.begin(contributor, { query: queryOf(name), articleId: null }, now)
    expect(refused.kind).toBe('refused')
    expect(await apply(contributor, id, clock)).toEqual({ kind: 'missing' })
  })
})

test('an article whose new text would look damaged is not chosen until somebody chooses it', async () => {
  const name = word()
  const { id: articleId } = await makePublished(editor, now, saying(`${name} and ${name}.`))
  const begun = await replacing.begin(editor, { query: queryOf(name), articleId: null }, now)
  if (begun.kind !== 'done') throw new Error(begun.reason)
  const warned = async () => [{ quote: 'Northwind', why: 'It reads oddly.' }]
  while (await lookFurther(begun.id, warned));
  expect(await replacing.summarise(begun.id)).toMatchObject({ hits: 0, articles: 0, warned: 1 })
  await replacing.setSkipped(editor, begun.id, { articleId, skipped: [] })
  expect(await apply(editor, begun.id, clock)).toEqual({ kind: 'done', changed: 1, left: 0 })
})

describe('carrying it out', () => {
  test('gives readers the new text and leaves its date, address and clock alone', async () => {
    const name = word()
    const made = await makePublished(editor, now, saying(`${name} is here.`))
    const before = (await textsOf(made.id)).article
    const id = await look(editor, queryOf(name))
    const touched = await touchedBy(() => apply(editor, id, clock))
    expect(touched).toContain(`article:${made.id}`)
    const { draft, published, article } = await textsOf(made.id)
    expect([draft, published]).toEqual(['Northwind is here.', 'Northwind is here.'])
    expect(article).toMatchObject({
      slug: before?.slug,
      publishAt: before?.publishAt,
      renewedAt: before?.renewedAt,
      revisedAt: later,
    })
    expect(article?.draftRevisionId).toBe(article?.publishedRevisionId)
    const view = await articleVerbs.getPublished(made.slug, later)
    expect(view && plainText(view.document)).toBe('Northwind is here.')
  })

  test('changes what readers have and the draft apart, so that nothing unpublished gets out', async () => {
    const name = word()
    const { id: articleId } = await makePublished(editor, now, saying(`${name} in public.`))
    await editing.saveDraft(editor, articleId, await draftOf(articleId, saying(`${name} in secret.`)), now)
    const id = await look(editor, queryOf(name))
    expect((await foundBy(editor, id)).items[0]?.sides.map(({ of }) => of)).toEqual(['published', 'draft'])
    await apply(editor, id, clock)
    expect(await textsOf(articleId)).toMatchObject({
      published: 'Northwind in public.',
      draft: 'Northwind in secret.',
    })
    await undo(editor, id, later)
    expect(await textsOf(articleId)).toMatchObject({
      published: `${name} in public.`,
      draft: `${name} in secret.`,
    })
  })

  test('a draft that no longer says it stays as it is', async () => {
    const name = word()
    const { id: articleId } = await makePublished(editor, now, saying(`${name} in public.`))
    await editing.saveDraft(editor, articleId, await draftOf(articleId, saying('Rewritten.')), now)
    const draftId = (await textsOf(articleId)).article?.draftRevisionId
    await apply(editor, await look(editor, queryOf(name)), clock)
    const { published, draft, article } = await textsOf(articleId)
    expect([published, draft]).toEqual(['Northwind in public.', 'Rewritten.'])
    expect(article?.draftRevisionId).toBe(draftId)
  })

  test('skips what was skipped, and an article without any hit left gets no revision', async () => {
    const name = word()
    const one = await makePublished(editor, now, saying(`${name}, ${name} and ${name}.`))
    const two = await makePublished(editor, now, saying(name))
    const id = await look(editor, queryOf(name))
    await replacing.setSkipped(editor, id, { articleId: one.id, skipped: ['d1'] })
    await replacing.setSkipped(editor, id, { articleId: two.id, skipped: ['d0'] })
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 1, left: 0 })
    expect((await textsOf(one.id)).published).toBe(`Northwind, ${name} and Northwind.`)
    expect(await db().$count(revisions, eq(revisions.articleId, two.id))).toBe(1)
  })

  test('leaves articles that somebody changed since they were looked through', async () => {
    const name = word()
    const { id: articleId } = await makePublished(editor, now, saying(`${name} was here.`))
    const id = await look(editor, queryOf(name))
    await editing.saveDraft(editor, articleId, await draftOf(articleId, saying(`${name}, again.`)), now)
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 0, left: 1 })
    expect((await textsOf(articleId)).draft).toBe(`${name}, again.`)
    expect((await replacing.summarise(id)).outcomes).toEqual({ overtaken: 1 })
  })

  test('readers are never given an article without a title or a text', async () => {
    const name = word()
    const { id: articleId } = await makePublished(editor, now, { title: name, ...saying('A text.') })
    const id = await look(editor, queryOf(name, { replacement: '' }))
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 0, left: 1 })
    expect((await replacing.summarise(id)).outcomes).toEqual({ refused: 1 })
    expect((await textsOf(articleId)).published).toBe('A text.')
  })

  test('readers get nothing that the gate stops, and the others go on', async () => {
    const name = word()
    const whole = await makePublished(editor, now, saying(`This is ${name} day.`))
    const doubled = await makePublished(editor, now, saying(`This is the ${name} day.`))
    await settings.set(owner, { 'score.gate': ['wording'] }, now)
    const id = await look(editor, queryOf(name, { replacement: 'the' }))
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 1, left: 1 })
    expect((await textsOf(whole.id)).published).toBe('This is the day.')
    expect((await textsOf(doubled.id)).published).toBe(`This is the ${name} day.`)
    expect(await db().$count(revisions, eq(revisions.articleId, doubled.id))).toBe(1)
    const { items } = await foundBy(editor, id)
    expect(items[1]).toMatchObject({ state: 'stopped', warnings: [{ quote: 'the the' }] })
  })

  test('what readers have already stops no repair of the rest', async () => {
    const name = word()
    await settings.set(owner, { 'score.gate': [] }, now)
    const { id: articleId } = await makePublished(editor, now, saying(`The the ${name} of the the day.`))
    await settings.set(owner, { 'score.gate': ['wording'] }, now)
    expect(await apply(editor, await look(editor, queryOf(name)), clock)).toMatchObject({ changed: 1 })
    expect((await textsOf(articleId)).published).toBe('The the Northwind of the the day.')
  })

  test('a draft that readers do not get passes no gate', async () => {
    const name = word()
    const articleId = await makeDraft(editor, saying(`This is the ${name} day.`), now)
    const id = await look(editor, queryOf(name, { replacement: 'the' }))
    expect(await apply(editor, id, clock)).toMatchObject({ changed: 1 })
    expect((await textsOf(articleId)).draft).toBe('This is the the day.')
  })

  test('a scheduled article stays scheduled', async () => {
    const name = word()
    const draft = await makeDraft(editor, { title: 'To come', ...saying(name) }, now)
    const at = new Date('2026-06-01T12:00:00Z')
    await publishing.publish(editor, draft, { at }, now)
    await apply(editor, await look(editor, queryOf(name)), clock)
    const { published, article } = await textsOf(draft)
    expect(published).toBe('Northwind')
    expect(article).toMatchObject({ state: 'published', publishAt: at, firstPublishedAt: at })
  })

  test('is done once, however often it is asked for', async () => {
    const name = word()
    await makePublished(editor, now, saying(name))
    const id = await look(editor, queryOf(name))
    const both = await Promise.all([apply(editor, id, clock), apply(editor, id, clock)])
    expect(both.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  })
})

describe('taking it back', () => {
  test('gives many articles their texts back, but for those that somebody changed since', async () => {
    const name = word()
    const made: number[] = []
    for (let i = 0; i < 120; i++)
      made.push(
        (await makePublished(editor, now, { title: `${name} ${i}`, ...saying(`About ${name}, part ${i}.`) }))
          .id,
      )
    const id = await look(editor, queryOf(name))
    expect(await apply(editor, id, clock)).toEqual({ kind: 'done', changed: 120, left: 0 })
    const [first = 0, second = 0] = made
    expect((await textsOf(second)).published).toBe('About Northwind, part 1.')
    await editing.saveDraft(editor, first, await draftOf(first, saying('Edited since.')), later)
    expect(await undo(editor, id, later)).toEqual({ kind: 'done', changed: 119, left: 1 })
    expect((await textsOf(second)).published).toBe(`About ${name}, part 1.`)
    expect(await textsOf(first)).toMatchObject({
      draft: 'Edited since.',
      published: 'About Northwind, part 0.',
    })
    expect((await undo(editor, id, later)).kind).toBe('refused')
    const rows = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, `article:${second}`))
    expect(rows.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['article.replace', 'article.replace-undo']),
    )
  })
})
