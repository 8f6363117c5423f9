import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { readerActor } from '@/domain/actor'
import { db } from './client'
import * as commentEdits from './comment-edits'
import { anAddress, guest, say, setPolicy, typed, write as writeTo } from './comment-fixtures'
import * as comments from './comments'
import * as confirmations from './confirmations'
import * as editing from './editing'
import { makePublished, makeStaff, touchedBy } from './fixtures'
import * as moderation from './moderation'
import * as own from './own-comments'
import { listQueue } from './queue'
import { countWrong } from './recount'
import * as reports from './reports'
import { articles } from './schema/articles'
import { comments as table } from './schema/comments'
import { mails } from './schema/mail'
import { commentVersions, confirmations as links } from './schema/readers'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-01T10:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, now)
  await setPolicy({}, now)
})

const write = (changes?: Parameters<typeof typed>[1], actor?: ReturnType<typeof guest>, at = now) =>
  writeTo(article.id, at, changes, actor)

const row = async (id: number) => (await db().select().from(table).where(eq(table.id, id)))[0]
const mailsTo = (email: string) => db().select().from(mails).where(eq(mails.recipient, email))
const linkOf = async (commentId: number) =>
  (await db().select().from(links).where(eq(links.commentId, commentId)))[0]?.id ?? 0
const commentCount = async () =>
  (await db().select().from(articles).where(eq(articles.id, article.id)))[0]?.commentCount

describe('confirming an address', () => {
  test('publishes a comment that waited for nothing else, and makes its author known in that browser', async () => {
    await setPolicy({ mode: 'confirmed' }, now)
    const email = anAddress()
    const { id, kind } = await write({ email })
    expect(kind).toBe('held')
    expect(await mailsTo(email)).toMatchObject([{ kind: 'confirm', state: 'waiting' }])
    const link = await linkOf(id)
    const tags = await touchedBy(() => confirmations.confirm(link, minutes(1)))
    expect(tags).toEqual(new Set([`comments:${article.id}`]))
    expect(await row(id)).toMatchObject({ state: 'published', decidedAt: null })
    expect(await commentCount()).toBe(1)
    expect(await countWrong(article.id, db())).toBe(0)
    const readerId = (await row(id))?.readerId ?? 0
    const second = await write({ email }, readerActor('elsewhere', { id: readerId, email }))
    expect(second.kind).toBe('published')
    expect(await mailsTo(email)).toHaveLength(1)
  })

  test('works once, for two days, and not for what somebody decided about', async () => {
    await setPolicy({ mode: 'confirmed' }, now)
    const once = await linkOf((await write()).id)
    expect(await confirmations.confirm(once, minutes(1))).toMatchObject({ kind: 'done' })
    expect(await confirmations.confirm(once, minutes(2))).toEqual({ kind: 'refused', reason: 'gone' })
    const late = await write()
    expect(await confirmations.confirm(await linkOf(late.id), minutes(2 * 24 * 60))).toMatchObject({
      kind: 'refused',
    })
    const spam = await write()
    await moderation.decide(editor, { id: spam.id, state: 'spam' }, minutes(1))
    expect(await confirmations.confirm(await linkOf(spam.id), minutes(2))).toMatchObject({ place: null })
    expect(await row(spam.id)).toMatchObject({ state: 'spam' })
  })

  test('leaves a first comment to the moderators where those are held', async () => {
    await setPolicy({ mode: 'hold-first' }, now)
    const { id } = await write()
    await confirmations.confirm(await linkOf(id), minutes(1))
    expect(await row(id)).toMatchObject({ state: 'held' })
  })

  test('is asked for where it is of use alone', async () => {
    await setPolicy({ mode: 'hold-all' }, now)
    const unused = anAddress()
    await write({ email: unused })
    await setPolicy({}, now)
    await write({ email: unused })
    expect(await mailsTo(unused)).toHaveLength(0)
    await write({ email: unused, follow: true })
    expect(await mailsTo(unused)).toHaveLength(1)
    const trapped = anAddress()
    await comments.post(guest('net'), typed(article.id, { email: trapped, trap: 'x', follow: true }), now)
    expect(await mailsTo(trapped)).toHaveLength(0)
  })

  test('floods nobody: so many links go to one mailbox, and from one network', async () => {
    await setPolicy({ mode: 'confirmed' }, now)
    const victim = anAddress()
    for (let n = 0; n < 20; n++) await write({ email: victim })
    expect(await mailsTo(victim)).toHaveLength(3)
    const before = await db().$count(links)
    for (let n = 0; n < 20; n++) await write({}, guest('one network'))
    expect((await db().$count(links)) - before).toBe(10)
  })
})

describe('an edit', () => {
  test('is kept with what stood there before, and shown as one', async () => {
    const { id, token } = await write({ comment: 'First words' })
    const tags = await touchedBy(() => commentEdits.edit(guest(), token, 'Better *words*', minutes(4)))
    expect(tags).toEqual(new Set([`comments:${article.id}`]))
    expect(await row(id)).toMatchObject({
      source: 'Better *words*',
      html: '<p>Better <em>words</em></p>',
      edits: 1,
      editedAt: minutes(4),
      state: 'published',
    })
    expect(await db().select().from(commentVersions)).toMatchObject([
      { commentId: id, source: 'First words', replacedAt: minutes(4) },
    ])
    expect((await comments.getByToken(token, minutes(4)))?.comment.editedAt).toEqual(minutes(4))
  })

  test.each([
    ['after five minutes', minutes(5), async () => {}, 'late'],
    [
      'of what a moderator approved',
      minutes(2),
      async (id: number) => {
        await moderation.decide(editor, { id, state: 'held' }, minutes(1))
        await moderation.decide(editor, { id, state: 'published' }, minutes(1))
      },
      'decided',
    ],
    [
      'where comments were closed by hand',
      minutes(2),
      async () => {
        await editing.setDiscussion(editor, article.id, { discussion: 'closed' }, minutes(1))
      },
      'closed',
    ],
    [
      'of what was taken back',
      minutes(2),
      async (_: number, token: string) => {
        await own.withdraw(guest(), token, minutes(1))
      },
      'withdrawn',
    ],
  ])('%s is refused', async (_, at, first, reason) => {
    const { id, token } = await write({ comment: 'As it was' })
    await first(id, token)
    expect(await commentEdits.edit(guest(), token, 'Otherwise', at)).toMatchObject({
      kind: 'refused',
      reason,
    })
    expect(await row(id)).toMatchObject({ source: 'As it was', edits: 0 })
  })

  test('has the grace of its form where a date closed the discussion meanwhile', async () => {
    const { token } = await write()
    const closesAt = minutes(1)
    await editing.setDiscussion(editor, article.id, { discussion: 'closes-at', closesAt }, now)
    expect(await commentEdits.edit(guest(), token, 'In time', minutes(3))).toEqual({ kind: 'done' })
  })

  test('is judged like a comment: what it now holds is put aside, and what was held stays so', async () => {
    await setPolicy({ holdFromLinks: 2 }, now)
    const { id, token } = await write({ comment: 'Harmless' })
    await commentEdits.edit(guest(), token, 'https://a.example https://b.example', minutes(1))
    expect(await row(id)).toMatchObject({ state: 'held', reasons: [{ rule: 'links' }] })
    expect(await commentCount()).toBe(0)
    await commentEdits.edit(guest(), token, 'Harmless again', minutes(2))
    expect(await row(id)).toMatchObject({ state: 'held' })
    expect(await countWrong(article.id, db())).toBe(0)
  })

  test('to the same words changes nothing, and to the words of another comment is a repetition', async () => {
    const email = anAddress()
    await write({ email, comment: 'One' })
    const { id, token } = await write({ email, comment: 'Two' })
    expect(await commentEdits.edit(guest(), token, 'Two', minutes(1))).toEqual({ kind: 'done' })
    expect(await row(id)).toMatchObject({ edits: 0 })
    expect(await commentEdits.edit(guest(), token, 'One', minutes(1))).toMatchObject({ reason: 'duplicate' })
  })
})

test('what its author takes back is gone from the counts and no moderator brings it back', async () => {
  const { id, token } = await write()
  await say(article.id, now, { parentId: id })
  expect(await own.withdraw(guest(), token, minutes(30))).toEqual({ kind: 'done' })
  expect(await own.withdraw(guest(), token, minutes(31))).toEqual({ kind: 'done' })
  expect(await row(id)).toMatchObject({ state: 'removed', shown: true, withdrawnAt: minutes(30) })
  expect(await commentCount()).toBe(1)
  expect(await countWrong(article.id, db())).toBe(0)
  expect(await moderation.decide(editor, { id, state: 'published' }, minutes(32))).toEqual({
    kind: 'refused',
    reason: 'withdrawn',
  })
  expect(await own.withdraw(guest(), 'made up', now)).toEqual({ kind: 'refused', reason: 'gone' })
})

test('what its author takes back waits for no moderator, whoever reported it', async () => {
  const { id, token } = await write()
  await reports.report(guest('a reader'), { commentId: id, reason: 'spam', text: '' }, now)
  expect(await reports.countReported(editor)).toBe(1)
  await own.withdraw(guest('home'), token, now)
  expect(await reports.countReported(editor)).toBe(0)
})

test('a moderator decides about the text that was read, not about another', async () => {
  const { id, token } = await write({ comment: 'Harmless' })
  await commentEdits.edit(guest(), token, 'Not so harmless', minutes(1))
  const seen = { id, state: 'published', edits: 0 } as const
  await moderation.decide(editor, { id, state: 'held' }, minutes(2))
  expect(await moderation.decide(editor, seen, minutes(2))).toEqual({ kind: 'refused', reason: 'edited' })
  expect(await moderation.decide(editor, { ...seen, edits: 1 }, minutes(2))).toMatchObject({ kind: 'done' })
})

test('an appeal is heard once, and only where something was put aside', async () => {
  await setPolicy({ mode: 'hold-all' }, now)
  const { id, token } = await write()
  expect(await own.appeal(guest('net'), token, 'Please look', now)).toEqual({ kind: 'done' })
  expect(await own.appeal(guest('net'), token, 'Please look', now)).toEqual({ kind: 'done' })
  const again = await own.appeal(guest('net'), token, 'Please look again', now)
  expect(again).toEqual({ kind: 'refused', reason: 'said-before' })
  expect((await comments.getByToken(token, now))?.asked.appeal).toBe('Please look')
  const { items } = await listQueue(editor, { state: 'held' }, now)
  expect(items.find((item) => item.id === id)).toMatchObject({ appeal: 'Please look', earlier: [], edits: 0 })
  await moderation.decide(editor, { id, state: 'published' }, now)
  expect(await own.appeal(guest('net'), token, 'Why?', now)).toMatchObject({ reason: 'not-needed' })
  for (let n = 0; n < 6; n++) {
    const another = await write()
    const heard = await own.appeal(guest('one network'), another.token, 'Please', now)
    expect(heard.kind).toBe(n < 5 ? 'done' : 'refused')
  }
})
