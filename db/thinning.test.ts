import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from './client'
import { say, setPolicy } from './comment-fixtures'
import * as editing from './editing'
import { draftOf, makeDraft, makePublished, makeStaff } from './fixtures'
import * as publishing from './publishing'
import { comments } from './schema/comments'
import { jobs } from './schema/jobs'
import { revisions } from './schema/articles'
import { freshDatabase } from './testing'
import { thinRevisions } from './thinning'

freshDatabase()

const NOON = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const owner = await makeStaff('owner')
const DAY = 24 * 60

const save = async (id: number, title: string, minutes: number) =>
  editing.saveDraft(owner, id, await draftOf(id, { title }), later(minutes))
const titles = async (id: number) => {
  const rows = await db()
    .select({ title: revisions.title })
    .from(revisions)
    .where(eq(revisions.articleId, id))
    .orderBy(asc(revisions.id))
  return rows.map(({ title }) => title)
}

test('an article is thinned a day after a save, and again until its saves lie far apart', async () => {
  const id = await makeDraft(owner, { title: 'Begun' }, NOON)
  for (const [title, minutes] of [
    ['One', 1],
    ['Two', 2],
    ['Three', 61],
    ['Four', 62],
  ] as const)
    await save(id, title, minutes)
  const [thinning] = await db().select().from(jobs).where(eq(jobs.kind, 'thin-revisions'))
  expect(thinning?.dueAt).toEqual(later(DAY + 1))

  await thinRevisions(id, later(2 * DAY))
  expect(await titles(id)).toEqual(['Two', 'Four'])
  await thinRevisions(id, later(9 * DAY))
  expect(await titles(id)).toEqual(['Four'])
})

test('what readers were given, and commented on, is never dropped', async () => {
  await setPolicy({ mode: 'open' }, NOON)
  const { id } = await makePublished(owner, NOON, { title: 'First given' })
  await say(id, later(1))
  await save(id, 'Never given', 2)
  await save(id, 'Given later', 3)
  await publishing.publish(owner, id, {}, later(4))
  await save(id, 'Newest draft', 5)
  await thinRevisions(id, later(30 * DAY))
  expect(await titles(id)).toEqual(['First given', 'Given later', 'Newest draft'])
  const [comment] = await db()
    .select({ title: revisions.title })
    .from(comments)
    .innerJoin(revisions, eq(revisions.id, comments.revisionId))
  expect(comment?.title).toBe('First given')
})

test('many saves leave one job', async () => {
  const id = await makeDraft(owner, {}, NOON)
  for (let i = 0; i < 3; i++) await save(id, `Save ${i}`, i)
  const waiting = await db()
    .select()
    .from(jobs)
    .where(eq(jobs.uniqueKey, `thin-revisions:${id}`))
  expect(waiting).toMatchObject([{ kind: 'thin-revisions', dueAt: later(DAY) }])
})
