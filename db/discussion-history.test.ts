import { expect, it } from 'vitest'
import { formatDate } from '@/domain/dates'
import { eventInWords } from '@/domain/discussion/desk-words'
import { DAY_MS } from '@/domain/discussion/state'
import * as closing from './closing'
import { setPolicy } from './comment-fixtures'
import { listHistory } from './discussion-history'
import * as editing from './editing'
import { makePublished, makeStaff } from './fixtures'
import * as publishing from './publishing'
import { freshDatabase } from './testing'

freshDatabase()

const published = new Date('2024-03-24T16:00:00Z')
const on = (day: number) => new Date(published.getTime() + day * DAY_MS)
const editor = await makeStaff('editor')

const told = async (id: number, now: Date) =>
  (await listHistory(id, now)).map((event) => eventInWords(event, (instant) => formatDate(instant, 'UTC')))

it('tells what the clock did and what people did, with who and why', async () => {
  await setPolicy({ closeAfterDays: 14 }, on(-1))
  const { id } = await makePublished(editor, published)
  expect(await told(id, on(13))).toEqual([])
  expect(await told(id, on(20))).toEqual([
    "Closed on 7 April 2024 by the site's policy, 14 days after publication.",
  ])
  await editing.setDiscussion(editor, id, { discussion: 'open', reason: 'The author answers' }, on(21))
  await editing.setDiscussion(
    editor,
    id,
    { discussion: 'closes-at', closesAt: on(30), reopensAt: on(40) },
    on(22),
  )
  await closing.setSwitches(editor, id, { threads: null, replies: 'never', mentions: null }, on(41))
  expect(await told(id, on(50))).toEqual([
    `Set on 4 May 2024 by ${editor.name}: Comments are open. They opened again on 3 May 2024. Replies are not taken.`,
    'Opened again on 3 May 2024, the date set for it.',
    'Closed on 23 April 2024, the date set for this article.',
    `Set on 15 April 2024 by ${editor.name}: Comments close on 23 April 2024. They open again on 3 May 2024.`,
    `Reopened on 14 April 2024 by ${editor.name}, reason: The author answers.`,
    "Closed on 7 April 2024 by the site's policy, 14 days after publication.",
  ])
})

it('tells what a changed policy and a changed date did', async () => {
  await setPolicy({ closeAfterDays: 0 }, on(-1))
  const { id } = await makePublished(editor, published)
  await setPolicy({ closeAfterDays: 14 }, on(60))
  expect(await told(id, on(61))).toEqual(["Closed on 23 May 2024, when test changed the site's policy."])
  await publishing.changeDate(editor, id, { publishAt: on(55), agreed: 'opens' }, on(62))
  expect(await told(id, on(80))).toEqual([
    "Closed on 1 June 2024 by the site's policy, 14 days after publication.",
    `Reopened on 25 May 2024, when ${editor.name} published or dated it anew.`,
    "Closed on 23 May 2024, when test changed the site's policy.",
  ])
})

it('begins for a scheduled article when it appears', async () => {
  await setPolicy({ closeAfterDays: 14 }, on(-1))
  const id = await editing.create(editor, { title: 'Later' }, on(0))
  if (id.kind !== 'done') throw new Error(id.reason)
  expect(await told(id.id, on(99))).toEqual([])
})
