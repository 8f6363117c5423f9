import { expect, test } from 'vitest'
import { getPublished } from './articles'
import { makePublished, makeStaff, touchedBy } from './fixtures'
import { decide, banHost, lookAgain } from './mention-decisions'
import { getMention, makeMention } from './mention-fixtures'
import { listNewest, makeKey, opens } from './mention-feeds'
import { countQueue, listQueue } from './mention-queue'
import { listSources } from './mention-sources'
import { NOBODY } from './mentions-elsewhere'
import { set } from './settings'
import { freshDatabase } from './testing'
import { getRules } from './rules'
import { db, transact } from './client'
import { jobs } from './schema/jobs'
import { accounts } from './schema/people'
import { eq } from 'drizzle-orm'

freshDatabase()

const now = new Date('2026-03-01T10:00:00Z')
const owner = await makeStaff('owner')
const moderator = await makeStaff('moderator')
const author = await makeStaff('author')

const article = () => makePublished(owner, new Date('2026-01-01T10:00:00Z'))
const stateOf = async (id: number) => (await getMention(id)).state

test('an approved mention is counted and shown on the next reading, and no more when that is taken back', async () => {
  const { id, slug } = await article()
  const { id: mention } = await makeMention(id, { state: 'held' })
  const touched = await touchedBy(() =>
    decide(moderator, { ids: [mention], seen: 'held', state: 'published' }, now),
  )
  expect(touched).toContain(`article:${id}`)
  expect((await getPublished(slug, now))?.counts).toEqual({ comments: 0, mentions: 1 })
  expect((await getPublished(slug, now))?.elsewhere.mentions).toHaveLength(1)
  await decide(moderator, { ids: [mention], seen: 'published', state: 'held' }, now)
  expect((await getPublished(slug, now))?.counts.mentions).toBe(0)
})

test('what somebody else decided meanwhile is left alone', async () => {
  const { id } = await article()
  const one = await makeMention(id, { state: 'held' })
  const other = await makeMention(id, { state: 'spam' })
  const decided = await decide(moderator, { ids: [one.id, other.id], seen: 'held', state: 'removed' }, now)
  expect(decided).toEqual({ kind: 'done', done: [one.id], left: [other.id] })
  expect(await stateOf(other.id)).toBe('spam')
})

test('an author decides about nothing', async () => {
  const { id } = await makeMention((await article()).id, { state: 'held' })
  const refused = { kind: 'refused', reason: 'forbidden' }
  expect(await decide(author, { ids: [id], seen: 'held', state: 'published' }, now)).toEqual(refused)
  expect(await lookAgain(author, id, now)).toEqual(refused)
  expect(await banHost(author, { mentionId: id, days: 30, reason: '' }, now)).toEqual(refused)
  expect(await makeKey(author, now)).toBeNull()
  expect((await listQueue(author, { state: 'held' })).items).toEqual([])
  expect((await listSources(author, { state: 'held' })).items).toEqual([])
})

test('a banned site is spam, here and from now on', async () => {
  const { id } = await article()
  const shown = await makeMention(id, { host: 'bad.example' })
  const removed = await makeMention(id, { host: 'bad.example', state: 'removed' })
  expect(await banHost(moderator, { mentionId: shown.id, days: 30, reason: 'Ads' }, now)).toEqual({
    kind: 'done',
    host: 'bad.example',
    moved: 1,
  })
  expect([await stateOf(shown.id), await stateOf(removed.id)]).toEqual(['spam', 'removed'])
  const { bans } = await getRules(db(), now)
  expect(bans({ name: '', email: '', addressHash: null }, { hosts: ['bad.example'] }, now)).toBe(
    'bad.example',
  )
})

test('a page is read again when staff ask for it, also one that was gone', async () => {
  const { id } = await makeMention((await article()).id, { state: 'gone', failure: 'no-link' })
  expect(await lookAgain(moderator, id, now)).toEqual({ kind: 'done' })
  expect(await getMention(id)).toMatchObject({ state: 'waiting', failure: '' })
  const waiting = await db()
    .select()
    .from(jobs)
    .where(eq(jobs.uniqueKey, `verify-mention:${id}`))
  expect(waiting).toHaveLength(1)
})

test('the desk lists by state, site and article, a page after another', async () => {
  const { id } = await article()
  for (let n = 0; n < 3; n++) await makeMention(id, { host: 'pages.example', state: 'removed' })
  const query = { state: 'removed', host: 'pages.example', article: id } as const
  const first = await listQueue(moderator, query, 2)
  expect(first.items).toHaveLength(2)
  const second = await listQueue(moderator, { ...query, after: first.next ?? '' }, 2)
  expect(second).toMatchObject({ items: [{ host: 'pages.example' }], next: null })
  expect((await countQueue(moderator, query)).removed).toBe(3)
})

test('who links to us is listed by site, with how many and since when', async () => {
  const { id } = await article()
  const [first, last] = [new Date('2026-01-05T00:00:00Z'), new Date('2026-02-05T00:00:00Z')]
  await makeMention(id, { host: 'sources.example' }, first)
  await makeMention(id, { host: 'sources.example' }, last)
  await makeMention(id, { host: 'sources.example', state: 'spam' })
  const { items } = await listSources(moderator, { state: 'published', host: 'sour' })
  expect(items).toEqual([{ host: 'sources.example', count: 2, firstAt: first, lastAt: last }])
})

test('the key of a feed ends with the next one, and with the account', async () => {
  const staff = await makeStaff('moderator')
  const [old, key] = [(await makeKey(staff, now)) ?? '', (await makeKey(staff, now)) ?? '']
  expect([await opens(old), await opens(key), await opens('')]).toEqual([false, true, false])
  await transact((tx) =>
    tx.update(accounts).set({ state: 'suspended' }).where(eq(accounts.id, staff.accountId)),
  )
  expect(await opens(key)).toBe(false)
})

test('the feed has what is held and what is shown, the newest first', async () => {
  const { id } = await article()
  const made = [await makeMention(id), await makeMention(id, { state: 'held' }), await makeMention(id)]
  await makeMention(id, { state: 'spam' })
  expect((await listNewest()).slice(0, 3).map((each) => each.id)).toEqual(
    made.map((each) => each.id).reverse(),
  )
})

test('where mentions are switched off none is shown', async () => {
  const { id, slug } = await article()
  await makeMention(id)
  await set(owner, { 'discussion.mentions': 'never' }, now)
  expect(await getPublished(slug, now)).toMatchObject({ counts: { mentions: 0 }, elsewhere: NOBODY })
})
