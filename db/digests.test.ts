import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readerActor, systemActor } from '@/domain/actor'
import { db, transact } from './client'
import { guest, say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import * as digests from './digests'
import * as editing from './editing'
import { makePublished, makeStaff } from './fixtures'
import * as outbox from './outbox'
import { report } from './reports'
import { mails } from './schema/mail'
import { accounts } from './schema/people'
import { declinedMails } from './schema/readers'
import * as settings from './settings'
import { freshDatabase } from './testing'
import * as unsubscribing from './unsubscribing'

freshDatabase()

const now = new Date('2026-05-01T10:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const editor = await makeStaff('editor')
const moderator = await makeStaff('moderator')
await makeStaff('author')
await transact((tx) => tx.update(accounts).set({ passwordHash: 'set' }))

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(mails)
    await tx.delete(declinedMails)
  })
  await setPolicy({ digest: 'hourly' }, now)
})

const written = async (kind: string) =>
  (await db().select().from(mails).where(eq(mails.kind, kind))).map(({ payload }) => payload)
const to = ({ accountId }: { accountId: number }): unknown => expect.objectContaining({ accountId })

test('those who moderate are told that comments wait, once an hour however many come', async () => {
  const article = await makePublished(editor, now)
  await setPolicy({ digest: 'hourly', mode: 'hold-all' }, now)
  await digests.tellHeld(now)
  expect(await written('held')).toEqual([])
  const hold = (at: Date) => comments.post(guest(), typed(article.id), at)
  await hold(minutes(1))
  await digests.tellHeld(minutes(2))
  expect(await written('held')).toEqual([to(editor), to(moderator)])
  for (let n = 3; n < 30; n++) {
    await hold(minutes(n))
    await digests.tellHeld(minutes(n))
  }
  expect(await written('held')).toHaveLength(2)
  await digests.tellHeld(minutes(62))
  expect(await written('held')).toHaveLength(4)
  await digests.tellHeld(minutes(200))
  expect(await written('held')).toHaveLength(4)
})

test('comments that readers reported or authors changed until they were held are told too, however old', async () => {
  const later = (count: number) => minutes(10_000 + count)
  const article = await makePublished(editor, now)
  await setPolicy({ digest: 'hourly', mode: 'hold-all' }, now)
  await comments.post(guest(), typed(article.id), later(2))
  await digests.tellHeld(later(3))
  expect(await written('held')).toHaveLength(2)
  await setPolicy({ digest: 'hourly', holdFromReports: 2 }, now)
  const id = await say(article.id, later(1))
  await digests.tellHeld(later(90))
  expect(await written('held')).toHaveLength(2)
  for (const network of ['one', 'two'])
    await report(readerActor(network), { commentId: id, reason: 'abuse', text: '' }, later(100))
  await digests.tellHeld(later(101))
  expect(await written('held')).toHaveLength(4)
  await digests.tellHeld(later(200))
  expect(await written('held')).toHaveLength(4)
})

test('whoever ended a digest receives no more, until they begin it again', async () => {
  const article = await makePublished(editor, now)
  await setPolicy({ digest: 'hourly', mode: 'hold-all' }, now)
  await comments.post(guest(), typed(article.id), minutes(1))
  const list = { kind: 'held', id: moderator.accountId } as const
  await unsubscribing.end(list)
  await unsubscribing.end(list)
  expect(await unsubscribing.isWanted(list)).toBe(false)
  await digests.tellHeld(minutes(2))
  expect(await written('held')).toEqual([to(editor)])
  await unsubscribing.begin(list)
  expect(await unsubscribing.isWanted(list)).toBe(true)
})

test('staff choose at the desk which digests they want, of those that concern their role', async () => {
  expect(await unsubscribing.listDigests(moderator)).toEqual([{ kind: 'held', wanted: true }])
  await unsubscribing.wantDigests(editor, ['closed'])
  expect(await unsubscribing.listDigests(editor)).toEqual([
    { kind: 'held', wanted: false },
    { kind: 'closed', wanted: true },
  ])
  await unsubscribing.wantDigests(editor, ['held', 'closed'])
  expect((await unsubscribing.listDigests(editor)).every(({ wanted }) => wanted)).toBe(true)
})

test('editors are told of what closed by age or by hand, once, with all that closed since together', async () => {
  const quiet = await makePublished(editor, now)
  const aged = await makePublished(editor, now)
  const byHand = await makePublished(editor, now)
  await say(aged.id, minutes(1), { comment: 'Why is that so?' })
  await say(byHand.id, minutes(1))
  await setPolicy({ digest: 'hourly', closeAfterDays: 1 }, now)
  const day = 24 * 60
  await digests.tellClosed(minutes(day - 1))
  expect(await written('closed')).toEqual([])
  await editing.setDiscussion(editor, byHand.id, { discussion: 'closed' }, minutes(day))
  await digests.tellClosed(minutes(day + 5))
  await digests.tellClosed(minutes(day + 15))
  const told = await written('closed')
  expect(told).toEqual([to(editor)])
  const named = JSON.stringify(told)
  expect(named).toContain(`"articleId":${aged.id},`)
  expect(named).toContain(`"articleId":${byHand.id},`)
  expect(named).not.toContain(`"articleId":${quiet.id},`)
  const closings = [{ articleId: aged.id, closedAt: minutes(day).getTime() }]
  expect(await digests.listTold(closings, minutes(day + 6))).toMatchObject([
    { id: aged.id, comments: 1, questions: [{ source: 'Why is that so?' }] },
  ])
})

test('a digest that could not be sent for a day is sent no more', async () => {
  const article = await makePublished(editor, now)
  await setPolicy({ digest: 'hourly', mode: 'hold-all' }, now)
  for (let hour = 1; hour <= 30; hour++) {
    await comments.post(guest(), typed(article.id), minutes(60 * hour))
    await digests.tellHeld(minutes(60 * hour))
  }
  expect(await written('held')).toHaveLength(60)
  const sendable = await outbox.lease(minutes(60 * 30), 1_000, 100)
  expect(sendable).toHaveLength(48)
})

test('a policy that moves its dates moves what is told', async () => {
  const article = await makePublished(editor, now)
  await say(article.id, minutes(1))
  await setPolicy({ digest: 'hourly', closeAfterDays: 1 }, now)
  await settings.set(systemActor('test'), { 'discussion.closeAfterDays': 3 }, minutes(60))
  await digests.tellClosed(minutes(24 * 60 + 5))
  expect(JSON.stringify(await written('closed'))).not.toContain(`"articleId":${article.id},`)
  await digests.tellClosed(minutes(3 * 24 * 60 + 5))
  expect(JSON.stringify(await written('closed'))).toContain(`"articleId":${article.id},`)
})
