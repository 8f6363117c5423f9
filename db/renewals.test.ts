import { beforeEach, expect, it } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { listComments } from './comment-lists'
import { say, setPolicy } from './comment-fixtures'
import * as editing from './editing'
import { documentOf, draftOf, makePublished, makeStaff } from './fixtures'
import * as publishing from './publishing'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const day = (n: number) => new Date(Date.UTC(2024, 2, n, 12))
const at = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000)

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, day(24))
  await setPolicy({}, day(24))
})

async function update(now: Date, isSmall = false) {
  await editing.saveDraft(
    editor,
    article.id,
    await draftOf(article.id, { document: documentOf(`As of ${now.toISOString()}.`) }),
    now,
  )
  const result = await publishing.publish(editor, article.id, { isSmall }, now)
  if (result.kind !== 'done') throw new Error(result.kind)
}

const written = async () =>
  (await listThread(article.id, {}, day(30))).roots.map(({ writtenBefore }) => writtenBefore)

it('a comment says before which correction it was written, and small ones are none', async () => {
  await say(article.id, day(25))
  await update(at(day(25), 60), true)
  await say(article.id, at(day(25), 120))
  expect(await written()).toEqual([null, null])
  await update(day(26))
  await say(article.id, at(day(26), 60))
  await update(day(27))
  await say(article.id, at(day(27), 60))
  expect(await written()).toEqual([day(26), day(26), day(27), null])
  expect((await listComments(article.id, null, day(30))).items[0]?.writtenBefore).toEqual(day(26))
})

it('what was read counts, not what was public when it arrived', async () => {
  await update(day(26))
  await update(day(27))
  await say(article.id, at(day(26), 30), { renderedAt: at(day(26), -1) })
  await say(article.id, at(day(27), 30), { renderedAt: at(day(27), -1) })
  await say(article.id, at(day(27), 30), { renderedAt: day(27) })
  expect(await written()).toEqual([day(26), day(27), null])
})

it('neither another date nor taking the article away for a while is a correction', async () => {
  await say(article.id, day(25))
  await publishing.changeDate(editor, article.id, { publishAt: day(23), agreed: null }, day(26))
  await publishing.unpublish(editor, article.id, day(26))
  await publishing.publish(editor, article.id, {}, day(27))
  expect(await written()).toEqual([null])
})
