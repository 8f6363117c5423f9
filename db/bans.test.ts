import { desc, eq } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { readerActor } from '@/domain/actor'
import { ROLES, may } from '@/domain/roles'
import * as bans from './bans'
import { db } from './client'
import { setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { makePublished, makeStaff } from './fixtures'
import { comments as table } from './schema/comments'
import { audit } from './schema/journal'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const owner = await makeStaff('owner')
const article = await makePublished(owner, now)
await setPolicy({}, now)

const from = (name: string, hash = name) => ({
  actor: readerActor(hash),
  input: () => typed(article.id, { name, email: `${name}@example.com` }),
})
async function stateOf({ actor, input }: ReturnType<typeof from>, at = now) {
  const result = await comments.post(actor, input(), at)
  if (result.kind === 'published') return { id: result.id, state: 'published', reasons: [] }
  if (result.kind !== 'held') throw new Error(`Refused: ${result.reason}`)
  const [row] = await db()
    .select({ id: table.id, state: table.state, reasons: table.reasons })
    .from(table)
    .orderBy(table.id)
    .then((rows) => rows.slice(-1))
  if (!row) throw new Error('Nothing was stored')
  return row
}

describe('somebody who is banned', () => {
  it('by an address or a pattern is read as spam, from the next comment on and until the end', async () => {
    const mallory = from('mallory')
    expect(await stateOf(mallory)).toMatchObject({ state: 'published' })
    await bans.ban(owner, { kind: 'email', pattern: 'mall*@example.com', days: 30, reason: 'Abuse' }, now)
    expect(await stateOf(mallory, days(1))).toMatchObject({
      state: 'spam',
      reasons: [{ rule: 'ban', detail: 'mall*@example.com' }],
    })
    expect(await stateOf(from('alice'), days(1))).toMatchObject({ state: 'published' })
    expect(await stateOf(mallory, days(30))).toMatchObject({ state: 'published' })
  })

  it.each(['email', 'name', 'address'] as const)('by a comment’s %s is known again', async (by) => {
    const troll = from(`troll-${by}`)
    const { id } = await stateOf(troll)
    const banned = await bans.banAuthor(owner, { commentId: id, by, days: 7, reason: '' }, now)
    expect(banned).toMatchObject({
      kind: 'done',
      endsAt: by === 'address' ? new Date('2026-05-05T00:00:00Z') : days(7),
    })
    expect(await stateOf(troll)).toMatchObject({ state: 'spam', reasons: [{ rule: 'ban' }] })
  })

  it('is let in again when the ban is lifted, which leaves a trace', async () => {
    const input = { kind: 'name', pattern: 'carol', days: 7, reason: 'Mistaken' } as const
    const banned = await bans.ban(owner, input, now)
    if (banned.kind !== 'done') throw new Error('Not banned')
    expect(await bans.lift(owner, banned.id, now)).toEqual({ kind: 'done' })
    expect(await stateOf(from('carol'))).toMatchObject({ state: 'published' })
    expect(await bans.lift(owner, banned.id, now)).toEqual({ kind: 'missing' })
    const rows = await db()
      .select({ verb: audit.verb, reason: audit.reason })
      .from(audit)
      .where(eq(audit.subject, `ban:${banned.id}`))
    expect(rows).toEqual([
      { verb: 'ban.set', reason: 'Mistaken' },
      { verb: 'ban.lift', reason: 'Mistaken' },
    ])
  })
})

test('the journal names neither the mailbox nor the network', async () => {
  const { id } = await stateOf(from('erin', 'the hash of a network'))
  for (const by of ['email', 'address'] as const)
    await bans.banAuthor(owner, { commentId: id, by, days: 1, reason: '' }, now)
  const rows = await db().select().from(audit).where(eq(audit.verb, 'ban.set')).orderBy(desc(audit.id))
  expect(rows.slice(0, 2)).toMatchObject([
    { after: { kind: 'address', pattern: '' } },
    { after: { kind: 'email', pattern: 'e…@example.com' } },
  ])
})

test('a ban that is set again is one ban with the new end', async () => {
  const input = { kind: 'host', pattern: 'pills.example', days: 1, reason: '' } as const
  const first = await bans.ban(owner, input, now)
  const second = await bans.ban(owner, { ...input, days: 9 }, now)
  expect(second).toEqual({ ...first, endsAt: days(9) })
})

test('staff is banned by no comment, and nothing is made of what is not known', async () => {
  const said = await comments.post(owner, typed(article.id), now)
  if (said.kind !== 'published') throw new Error('Not published')
  const wanted = { commentId: said.id, by: 'name', days: 1, reason: '' } as const
  expect(await bans.banAuthor(owner, wanted, now)).toEqual({ kind: 'refused', reason: 'staff' })
  expect(await bans.banAuthor(owner, { ...wanted, commentId: 999_999 }, now)).toEqual({ kind: 'missing' })
  const { id } = await stateOf({ ...from('dave'), actor: readerActor(null) })
  expect(await bans.banAuthor(owner, { ...wanted, commentId: id, by: 'address' }, now)).toEqual({
    kind: 'refused',
    reason: 'unknown',
  })
})

test('the list shows what holds, the first to end first, page by page', async () => {
  const { items, next } = await bans.listBans(owner, { limit: 2 }, now)
  const rest = await bans.listBans(owner, { after: next }, now)
  const ends = [...items, ...rest.items].map(({ endsAt }) => endsAt.getTime())
  expect(ends).toEqual(ends.toSorted((a, b) => a - b))
  expect((await bans.listBans(owner, {}, days(400))).items).toEqual([])
})

test.each(ROLES)('%s bans exactly where it moderates', async (role) => {
  const actor = await makeStaff(role)
  const result = await bans.ban(actor, { kind: 'name', pattern: role, days: 1, reason: '' }, now)
  expect(result.kind === 'done').toBe(may(role, 'moderate'))
  expect((await bans.listBans(actor, {}, now)).items.length > 0).toBe(may(role, 'moderate'))
})
