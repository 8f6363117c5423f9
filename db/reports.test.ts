import { eq } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import { may, ROLES } from '@/domain/roles'
import { dropOldAddresses } from './addresses'
import { db } from './client'
import { say, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import * as moderation from './moderation'
import { listQueue } from './queue'
import * as reports from './reports'
import { comments as table } from './schema/comments'
import { reports as rows } from './schema/rules'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const owner = await makeStaff('owner')
const article = await makePublished(owner, now)
await setPolicy({ holdFromReports: 3 }, now)

const abuse = { reason: 'abuse', text: '' } as const
const send = (commentId: number, network: string | null, at = now) =>
  reports.report(readerActor(network), { commentId, ...abuse }, at)
const stored = (commentId: number) => db().$count(rows, eq(rows.commentId, commentId))
const stateOf = async (id: number) => {
  const [row] = await db()
    .select({ state: table.state, reasons: table.reasons })
    .from(table)
    .where(eq(table.id, id))
  return row
}
const listed = async (state: 'published' | 'held', reported = true) =>
  (await listQueue(owner, { state, reported }, now)).items

describe('a report', () => {
  it('is kept once a network, and the second is thanked like the first', async () => {
    const id = await say(article.id, now)
    expect([await send(id, 'once'), await send(id, 'once')]).toEqual([{ kind: 'done' }, { kind: 'done' }])
    expect(await stored(id)).toBe(1)
  })

  it('stands in the queue beside its comment until somebody decides', async () => {
    const id = await say(article.id, now)
    await reports.report(readerActor('queue'), { commentId: id, reason: 'private', text: 'My address' }, now)
    expect((await listed('published')).find((item) => item.id === id)?.reports).toEqual([
      { reason: 'private', text: 'My address', createdAt: now },
    ])
    const before = await reports.countReported(owner)
    await moderation.decide(owner, { id, state: 'held' }, now)
    expect(await reports.countReported(owner)).toBe(before - 1)
    expect((await listed('held')).some((item) => item.id === id)).toBe(false)
    expect((await listed('held', false)).find((item) => item.id === id)?.reports).toEqual([])
  })

  it('is refused of what nobody sees', async () => {
    const id = await say(article.id, now)
    await moderation.decide(owner, { id, state: 'removed' }, now)
    for (const each of [id, 999_999])
      expect(await send(each, 'gone')).toEqual({ kind: 'refused', reason: 'gone' })
  })

  it('too many from one network wait, for as long as is said', async () => {
    const ids: number[] = []
    for (let n = 0; n < 11; n++) ids.push(await say(article.id, now))
    for (const [n, id] of ids.slice(0, 10).entries())
      expect(await send(id, 'eager', later(n))).toEqual({ kind: 'done' })
    const last = ids[10] ?? 0
    const refused = await send(last, 'eager', later(60))
    expect(refused).toEqual({ kind: 'refused', reason: 'too-fast', retryAfterSeconds: 540 })
    expect(await send(last, 'somebody else', later(60))).toEqual({ kind: 'done' })
    expect(await send(last, 'eager', later(600))).toEqual({ kind: 'done' })
  })
})

describe('so many reports as the site says', () => {
  it('hold a comment until somebody has looked', async () => {
    const id = await say(article.id, now)
    for (const network of ['a', 'b']) await send(id, network)
    expect(await stateOf(id)).toMatchObject({ state: 'published' })
    await send(id, 'c')
    expect(await stateOf(id)).toEqual({ state: 'held', reasons: [{ rule: 'reports', detail: '3' }] })
  })

  it('hold nothing that staff wrote or a moderator approved', async () => {
    const approved = await say(article.id, now)
    await moderation.decide(owner, { id: approved, state: 'held' }, now)
    await moderation.decide(owner, { id: approved, state: 'published' }, now)
    const said = await comments.post(owner, typed(article.id), now)
    if (said.kind !== 'published') throw new Error('Not published')
    for (const id of [approved, said.id]) {
      for (const network of ['x', 'y', 'z', 'w']) await send(id, network, later(900))
      expect(await stateOf(id)).toMatchObject({ state: 'published' })
    }
  })

  it('hold nothing where the site says never', async () => {
    await setPolicy({ holdFromReports: 0 }, now)
    const id = await say(article.id, now)
    for (const network of ['k', 'l', 'm', 'n']) await send(id, network, later(1_800))
    expect(await stateOf(id)).toMatchObject({ state: 'published' })
  })
})

test('a report that is dismissed leaves the comment as it is', async () => {
  const id = await say(article.id, now)
  await send(id, 'dismissed', later(3_600))
  expect(await reports.dismiss(owner, id, now)).toEqual({ kind: 'done', dismissed: 1 })
  expect(await reports.dismiss(owner, id, now)).toEqual({ kind: 'done', dismissed: 0 })
  expect(await stateOf(id)).toMatchObject({ state: 'published' })
  expect((await reports.reportsOf([id])).get(id)).toBeUndefined()
})

test('what a moderator let stand is held by no new crowd', async () => {
  await setPolicy({ holdFromReports: 2 }, now)
  const id = await say(article.id, now)
  await send(id, 'first', later(7_200))
  await reports.dismiss(owner, id, later(7_201))
  for (const network of ['second', 'third', 'fourth']) await send(id, network, later(7_300))
  expect(await stateOf(id)).toMatchObject({ state: 'published' })
  // they stand in the queue all the same
  expect((await reports.reportsOf([id])).get(id)).toHaveLength(3)
})

test('no hash of a network outlives its day', async () => {
  const id = await say(article.id, now)
  await send(id, 'followed', now)
  const hashes = async () => [
    await db().select({ hash: table.addressHash }).from(table).where(eq(table.id, id)),
    await db().select({ hash: rows.addressHash }).from(rows).where(eq(rows.commentId, id)),
  ]
  await dropOldAddresses(new Date('2026-05-04T23:59:59Z'))
  expect(await hashes()).toEqual([[{ hash: 'somewhere' }], [{ hash: 'followed' }]])
  await dropOldAddresses(new Date('2026-05-05T00:00:00Z'))
  expect(await hashes()).toEqual([[{ hash: null }], [{ hash: null }]])
})

test.each(ROLES)('%s dismisses reports exactly where it moderates', async (role) => {
  const result = await reports.dismiss(await makeStaff(role), 1, now)
  expect(result.kind === 'done').toBe(may(role, 'moderate'))
})
