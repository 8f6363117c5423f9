import { count, max, min } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { FORGET_MS } from '@/domain/attempts'
import { MAX_ATTEMPTS } from '@/domain/jobs'
import { db, transact } from './client'
import { prune, TOUCHES_KEPT } from './prune'
import { jobs } from './schema/jobs'
import { touchLog } from './schema/journal'
import { accounts, attempts, invitations, people, sessions } from './schema/people'
import { bans } from './schema/rules'
import { freshDatabase } from './testing'
import { touches } from './touches'

freshDatabase()
const NOON = new Date('2026-03-01T12:00:00Z')
const ago = (days: number) => new Date(NOON.getTime() - days * 86_400_000)

test('sessions and invitations go when they expire, and not before', async () => {
  const expiries = [ago(1), NOON, ago(-1)]
  await transact(async (tx) => {
    const [person] = await tx
      .insert(people)
      .values({ slug: 'ada', name: 'Ada', createdAt: ago(9) })
      .returning()
    const [account] = await tx
      .insert(accounts)
      .values({ personId: person?.id ?? 0, email: 'ada@example.org', role: 'owner', createdAt: ago(9) })
      .returning()
    const accountId = account?.id ?? 0
    for (const [i, expiresAt] of expiries.entries()) {
      await tx.insert(sessions).values({ tokenHash: `s${i}`, accountId, createdAt: ago(9), expiresAt })
      await tx.insert(invitations).values({ tokenHash: `i${i}`, accountId, createdAt: ago(9), expiresAt })
    }
  })
  await prune(NOON)
  expect(await db().select({ key: sessions.tokenHash }).from(sessions)).toEqual([{ key: 's2' }])
  expect(await db().select({ key: invitations.tokenHash }).from(invitations)).toEqual([{ key: 'i2' }])
})

test('bans go when they are over, with the hashes of networks in them', async () => {
  await transact((tx) =>
    tx.insert(bans).values(
      [ago(1), NOON, ago(-1)].map((endsAt, i) => {
        return {
          kind: 'address' as const,
          pattern: `hash ${i}`,
          reason: '',
          by: '',
          createdAt: ago(9),
          endsAt,
        }
      }),
    ),
  )
  await prune(NOON)
  expect(await db().select({ pattern: bans.pattern }).from(bans)).toEqual([{ pattern: 'hash 2' }])
})

test('failed sign-ins go when they are forgotten', async () => {
  await transact((tx) =>
    tx.insert(attempts).values([
      { key: 'forgotten', failures: 3, lastAt: new Date(NOON.getTime() - FORGET_MS) },
      { key: 'remembered', failures: 3, lastAt: new Date(NOON.getTime() - FORGET_MS + 1) },
    ]),
  )
  await prune(NOON)
  expect(await db().select({ key: attempts.key }).from(attempts)).toEqual([{ key: 'remembered' }])
})

test('jobs that were given up go after a month; those that wait stay', async () => {
  await transact((tx) =>
    tx.insert(jobs).values([
      { kind: 'gone', payload: {}, dueAt: ago(31), attempts: MAX_ATTEMPTS },
      { kind: 'given-up', payload: {}, dueAt: ago(29), attempts: MAX_ATTEMPTS },
      { kind: 'waiting', payload: {}, dueAt: ago(31), attempts: 1 },
    ]),
  )
  await prune(NOON)
  expect(await db().select({ kind: jobs.kind }).from(jobs)).toEqual([
    { kind: 'given-up' },
    { kind: 'waiting' },
  ])
})

test('the newest touches stay and their numbers go on', async () => {
  const made = TOUCHES_KEPT + 7_000
  for (let i = 0; i < made; i += 1_000) {
    await transact((tx) => touches(tx, ...Array.from({ length: 1_000 }, (_, j) => `article:${i + j}`)))
  }
  await prune(NOON)
  const ends = db()
    .select({ rows: count(), oldest: min(touchLog.seq), newest: max(touchLog.seq) })
    .from(touchLog)
  expect(await ends).toEqual([{ rows: TOUCHES_KEPT, oldest: made - TOUCHES_KEPT + 1, newest: made }])

  await transact((tx) => tx.delete(touchLog))
  await transact((tx) => touches(tx, 'site'))
  expect(await db().select({ seq: touchLog.seq }).from(touchLog)).toEqual([{ seq: made + 1 }])
})
