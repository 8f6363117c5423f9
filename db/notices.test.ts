import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { readerActor } from '@/domain/actor'
import { db, transact } from './client'
import { anAddress, guest, say, setPolicy, typed, write as writeTo } from './comment-fixtures'
import * as comments from './comments'
import * as confirmations from './confirmations'
import { makePublished, makeStaff } from './fixtures'
import { listTold } from './mail-facts'
import * as moderation from './moderation'
import { pruneNotices, tellReplies } from './notices'
import { comments as table } from './schema/comments'
import { jobs } from './schema/jobs'
import { mails } from './schema/mail'
import { confirmations as links, notices } from './schema/readers'
import { freshDatabase } from './testing'
import * as unsubscribing from './unsubscribing'

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

describe('answers', () => {
  /** Somebody whose address is confirmed and who follows their comment. */
  async function aFollower() {
    const email = anAddress()
    const { id } = await write({ email, follow: true })
    await confirmations.confirm(await linkOf(id), now)
    return { id, email, readerId: (await row(id))?.readerId ?? 0 }
  }
  const digests = async (email: string) => (await mailsTo(email)).filter(({ kind }) => kind === 'replies')
  const dueFor = async (readerId: number) =>
    (
      await db()
        .select()
        .from(jobs)
        .where(eq(jobs.uniqueKey, `tell-replies:${readerId}`))
    )[0]?.dueAt

  test('are told at once at first, and then together, however many come', async () => {
    const { id, email, readerId } = await aFollower()
    await say(article.id, minutes(1), { parentId: id })
    expect(await dueFor(readerId)).toEqual(minutes(1))
    await tellReplies(readerId, minutes(1))
    expect(await digests(email)).toHaveLength(1)
    for (let n = 0; n < 30; n++) await say(article.id, minutes(2), { parentId: id })
    expect((await dueFor(readerId))?.getTime()).toBeLessThanOrEqual(minutes(61).getTime())
    await tellReplies(readerId, minutes(61))
    await tellReplies(readerId, minutes(61))
    expect((await digests(email)).map(({ payload }) => payload)).toMatchObject([{ count: 1 }, { count: 30 }])
  })

  test('of oneself, to others, and those that nobody sees are not told', async () => {
    const { id, email, readerId } = await aFollower()
    await say(article.id, minutes(1))
    await comments.post(
      readerActor('home', { id: readerId, email }),
      typed(article.id, { parentId: id, email }),
      minutes(1),
    )
    await setPolicy({ mode: 'hold-all' }, now)
    const held = await write({ parentId: id }, guest(), minutes(1))
    await tellReplies(readerId, minutes(2))
    expect(await digests(email)).toHaveLength(0)
    await moderation.decide(editor, { id: held.id, state: 'published' }, minutes(3))
    await tellReplies(readerId, minutes(3))
    expect(await digests(email)).toHaveLength(1)
    // published a second time, it is old news
    await moderation.decide(editor, { id: held.id, state: 'held' }, minutes(4))
    await moderation.decide(editor, { id: held.id, state: 'published' }, minutes(5))
    await tellReplies(readerId, minutes(90))
    expect(await digests(email)).toHaveLength(1)
  })

  test('are not told once that mail was ended, whatever was noted before', async () => {
    const { id, email, readerId } = await aFollower()
    const first = await say(article.id, minutes(1), { parentId: id })
    await tellReplies(readerId, minutes(1))
    const named = [first]
    expect(await listTold(readerId, named)).toHaveLength(1)
    await say(article.id, minutes(2), { parentId: id })
    await unsubscribing.end({ kind: 'replies', id: readerId })
    await tellReplies(readerId, minutes(61))
    expect(await digests(email)).toHaveLength(1)
    // what was on its way already goes to nobody either
    expect(await listTold(readerId, named)).toEqual([])
  })

  test('that were put aside before they were told are told when they are let out', async () => {
    const { id, email, readerId } = await aFollower()
    await say(article.id, minutes(1), { parentId: id })
    await tellReplies(readerId, minutes(1))
    const late = await say(article.id, minutes(2), { parentId: id })
    await moderation.decide(editor, { id: late, state: 'held' }, minutes(3))
    await tellReplies(readerId, minutes(61))
    await transact((tx) => tx.delete(jobs).where(eq(jobs.uniqueKey, `tell-replies:${readerId}`)))
    await moderation.decide(editor, { id: late, state: 'published' }, minutes(90))
    expect(await dueFor(readerId)).toBeDefined()
    await tellReplies(readerId, minutes(91))
    expect(await digests(email)).toHaveLength(2)
  })

  test('a flood of them is told in parts, an hour apart, and forgotten a month later', async () => {
    const { id, email, readerId } = await aFollower()
    const first = await say(article.id, minutes(1), { parentId: id })
    const like = await row(first)
    if (!like) throw new Error('Nothing was said')
    await transact(async (tx) => {
      for (let n = 0; n < 1_000; n++) {
        const copy = { ...like, id: undefined, secretHash: null }
        const [made] = await tx.insert(table).values(copy).returning({ id: table.id })
        await tx.insert(notices).values({ readerId, commentId: made?.id ?? 0 })
      }
    })
    await transact((tx) => tx.delete(jobs))
    await tellReplies(readerId, minutes(1))
    expect(await dueFor(readerId)).toEqual(minutes(61))
    await tellReplies(readerId, minutes(61))
    expect((await digests(email)).map(({ payload }) => payload)).toMatchObject([
      { count: 1_000 },
      { count: 1 },
    ])
    const kept = () => db().$count(notices, eq(notices.readerId, readerId))
    await pruneNotices(minutes(30 * 24 * 60))
    expect(await kept()).toBe(1_001)
    await pruneNotices(minutes(30 * 24 * 60 + 62))
    expect(await kept()).toBe(0)
  })

  test('are told to nobody whose address is not confirmed', async () => {
    const email = anAddress()
    const { id } = await write({ email, follow: true })
    await say(article.id, minutes(1), { parentId: id })
    expect(await digests(email)).toHaveLength(0)
    const waiting = await db().select().from(notices)
    expect(waiting.filter(({ commentId }) => commentId > id)).toEqual([])
  })
})
