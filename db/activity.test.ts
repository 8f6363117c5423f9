import { expect, test } from 'vitest'
import * as activity from './activity'
import { crowd, say, setPolicy } from './comment-fixtures'
import { makePublished, makeStaff } from './fixtures'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-06-15T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const moderator = await makeStaff('moderator')
const editor = await makeStaff('editor')

test('the busiest discussions of the last days come first', async () => {
  await setPolicy({}, now)
  const [quiet, busy] = [await makePublished(editor, daysAgo(60)), await makePublished(editor, daysAgo(60))]
  for (const days of [1, 2, 20]) await say(busy.id, daysAgo(days))
  await say(quiet.id, daysAgo(1))
  for (const days of [9, 10, 11]) await say(quiet.id, daysAgo(days))
  const week = await activity.listBusiest(moderator, 7, now)
  expect(week.discussions.map(({ id, recent }) => [id, recent])).toEqual([
    [busy.id, 2],
    [quiet.id, 1],
  ])
  const month = await activity.listBusiest(moderator, 30, now)
  expect(month.discussions[0]).toMatchObject({ id: quiet.id, recent: 4, commentCount: 4 })
})

test('comments are counted by day and state', async () => {
  const { id } = await makePublished(editor, daysAgo(60))
  const before = await activity.countDays(moderator, 'UTC', now)
  await say(id, daysAgo(3))
  await crowd(id, 2, daysAgo(3))
  const days = await activity.countDays(moderator, 'UTC', now)
  expect(days).toHaveLength(30)
  const grown = days.flatMap((day, index) => {
    const was = before[index] ?? day
    return day.published === was.published ? [] : [[day.from, day.held - was.held]]
  })
  expect(grown).toEqual([[new Date('2026-06-12T00:00:00Z'), 2]])
})

test('what is held longest comes first', async () => {
  const { id } = await makePublished(editor, daysAgo(400))
  await crowd(id, 1, daysAgo(300))
  const [first] = await activity.listHeldLongest(moderator, now)
  expect(first?.createdAt).toEqual(daysAgo(300))
})

test('whoever may not moderate is told nothing', async () => {
  const author = await makeStaff('author')
  expect((await activity.listBusiest(author, 7, now)).discussions).toEqual([])
  expect(await activity.countDays(author, 'UTC', now)).toEqual([])
  expect(await activity.listHeldLongest(author, now)).toEqual([])
})
