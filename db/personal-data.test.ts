import { createHash } from 'node:crypto'
import { eq, or } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import * as bans from './bans'
import { db, opened, transact } from './client'
import * as commentEdits from './comment-edits'
import { guest, say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import * as confirmations from './confirmations'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import * as own from './own-comments'
import { erase, exportOf, getAddress, requestLink, summarise } from './personal-data'
import { countWrong } from './recount'
import * as reports from './reports'
import { comments as table } from './schema/comments'
import { jobs } from './schema/jobs'
import { audit } from './schema/journal'
import { mails } from './schema/mail'
import { confirmations as links } from './schema/readers'
import { freshDatabase } from './testing'
import * as threads from './threads'

freshDatabase()

const now = new Date('2026-05-01T10:00:00Z')
const editor = await makeStaff('editor')
const email = 'wanda.unmistakable@example.com'
const network = 'unmistakable network'
const hashEmail = (address: string) => createHash('sha256').update(address).digest('hex')
const whose = (address: string) => ({ email: address, hashEmail })

test('everything of a person is exported, and erasing leaves nothing of them and the thread readable', async () => {
  await setPolicy({ mode: 'open' }, now)
  const article = await makePublished(editor, now)
  const mine = { name: 'Wanda Unmistakable', email, website: 'https://unmistakable.example/' }
  const first = await comments.post(
    guest(network),
    typed(article.id, { ...mine, comment: 'Unmistakable words', follow: true }),
    now,
  )
  if (first.kind !== 'published') throw new Error('Not published')
  const [link] = await db().select().from(links).where(eq(links.email, email))
  await confirmations.confirm(link?.id ?? 0, now)
  await commentEdits.edit(guest(network), first.token, 'Unmistakable, later', now)
  await say(article.id, now, { parentId: first.id, comment: 'An answer that stays' })
  await setPolicy({ mode: 'hold-all' }, now)
  const held = await comments.post(
    guest(network),
    typed(article.id, { ...mine, comment: 'Unmistakably held' }),
    now,
  )
  if (held.kind !== 'held') throw new Error('Not held')
  await own.appeal(guest(network), held.token, 'Unmistakable appeal', now)
  await reports.report(
    guest('a reader'),
    { commentId: first.id, reason: 'other', text: 'Wanda Unmistakable again' },
    now,
  )
  const reasons = [{ rule: 'words' as const, detail: 'unmistakably' }]
  await transact((tx) => tx.update(table).set({ reasons }).where(eq(table.state, 'held')))

  expect(await summarise(email)).toEqual({ comments: 2, confirmedAt: now, browsers: 1, followed: 1 })
  expect(await exportOf(email)).toMatchObject({
    email,
    comments: [
      { text: 'Unmistakable, later', earlier: ['Unmistakable words'] },
      { text: 'Unmistakably held', appeal: 'Unmistakable appeal' },
    ],
    mails: [{ kind: 'confirm' }],
  })

  await bans.ban(editor, { kind: 'email', pattern: email, days: 9, reason: 'Wanda Unmistakable' }, now)

  expect(await erase(readerActor(null), whose(email), now)).toBe(2)
  expect(await erase(readerActor(null), whose(email), now)).toBe(0)
  const { reader } = opened()
  const tables = reader
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'comment_words%' AND name NOT LIKE 'article_titles%'",
    )
    .all() as { name: string }[]
  for (const { name } of tables)
    expect([name, JSON.stringify(reader.prepare(`SELECT * FROM "${name}"`).all())]).toEqual([
      name,
      expect.not.stringMatching(/unmistakabl/i),
    ])
  const thread = await threads.listThread(article.id, {}, now)
  expect(thread.roots).toMatchObject([
    { tombstone: true, name: '', replies: [{ html: '<p>An answer that stays</p>' }] },
  ])
  expect(await countWrong(article.id, db())).toBe(0)
  expect(await reports.countReported(editor)).toBe(0)
  expect(await db().$count(jobs, eq(jobs.kind, 'learn'))).toBe(1)
  expect(await db().select().from(audit).where(eq(audit.verb, 'person.erase'))).toMatchObject([
    { actor: 'reader', after: { comments: 2 } },
    { actor: 'reader', after: { comments: 0 } },
  ])
  expect(await moderation.decide(editor, { id: first.id, state: 'published' }, now)).toMatchObject({
    reason: 'withdrawn',
  })
})

test('a link to one’s data is mailed to any address, so often and no oftener, and works for two days', async () => {
  const unknown = 'nobody@example.com'
  for (let n = 0; n < 10; n++) await requestLink({ email: unknown, addressHash: null }, now)
  const sent = await db().select().from(mails).where(eq(mails.recipient, unknown))
  expect(sent).toHaveLength(3)
  expect(sent[0]).toMatchObject({ kind: 'your-data' })
  const [link] = await db().select().from(links).where(eq(links.email, unknown))
  const id = link?.id ?? 0
  expect(await getAddress(id, now)).toBe(unknown)
  expect(await getAddress(id, new Date(now.getTime() + 2 * 86_400_000))).toBeNull()
  // a link that confirms a comment opens no data
  await setPolicy({ mode: 'confirmed' }, now)
  const article = await makePublished(editor, now)
  await comments.post(guest('n'), typed(article.id, { email: 'other@example.com' }), now)
  const [other] = await db().select().from(links).where(eq(links.email, 'other@example.com'))
  expect(await getAddress(other?.id ?? 0, now)).toBeNull()
})

test('a person with many comments is erased in steps, and staff are not touched', async () => {
  await setPolicy({ mode: 'open' }, now)
  const article = await makePublished(editor, now)
  for (let n = 0; n < 230; n++) await say(article.id, now, { email: 'many@example.com' })
  await comments.post(editor, typed(article.id, { name: '', email: '' }), now)
  expect(await erase(readerActor(null), whose('many@example.com'), now)).toBe(230)
  expect(await countWrong(article.id, db())).toBe(0)
  const left = await db()
    .select({ state: table.state })
    .from(table)
    .where(or(eq(table.email, 'many@example.com'), eq(table.articleId, article.id)))
  expect(left.filter(({ state }) => state === 'published')).toHaveLength(1)
})

test('what a person posts while their erasure runs goes with the rest', async () => {
  await setPolicy({ mode: 'open' }, now)
  const article = await makePublished(editor, now)
  const address = 'meanwhile@example.com'
  for (let n = 0; n < 120; n++) await say(article.id, now, { email: address })
  const erasing = erase(readerActor(null), whose(address), now)
  await say(article.id, now, { email: address })
  expect(await erasing).toBe(121)
  expect(await db().$count(table, eq(table.email, address))).toBe(0)
})

test('whoever was erased in the middle of a session writes as a stranger, and follows as one', async () => {
  await setPolicy({ mode: 'open' }, now)
  const article = await makePublished(editor, now)
  const address = 'gone@example.com'
  const actor = readerActor('net', { id: 987_654, email: address })
  const said = await comments.post(actor, typed(article.id, { email: address, follow: true }), now)
  expect(said.kind).toBe('published')
  const [row] = await db().select().from(table).where(eq(table.email, address))
  expect(row?.readerId).toBeNull()
})

test('a ban outlives the erasure of whom it is for, by a hash alone', async () => {
  await setPolicy({ mode: 'open' }, now)
  const article = await makePublished(editor, now)
  const address = 'troll@example.com'
  await bans.ban(editor, { kind: 'email', pattern: address, days: 9, reason: 'Lives next door' }, now)
  await erase(readerActor(null), whose(address), now)
  const { items } = await bans.listBans(editor, {}, now)
  expect(JSON.stringify(items)).not.toMatch(/troll|next door/)
  const told = await db().select().from(audit).where(eq(audit.verb, 'ban.set'))
  expect(told.at(-1)).toMatchObject({ reason: '', after: { kind: 'email', pattern: '' } })
  expect(JSON.stringify(told)).not.toMatch(/t…@example|next door/)
  const write = async (from: string) => {
    const result = await comments.post(
      readerActor('n', null, hashEmail),
      typed(article.id, { email: from }),
      now,
    )
    return result.kind
  }
  expect(await write(address)).toBe('held')
  expect(await write('somebody@example.com')).toBe('published')
})
