import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { ROLES } from '@/domain/roles'
import { db, transact } from './client'
import { makeStaff } from './fixtures'
import { audit } from './schema/journal'
import { accounts } from './schema/people'
import * as sessions from './sessions'
import * as staff from './staff'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')

async function makeOwner(): Promise<StaffActor> {
  const owner = await makeStaff('owner')
  await transact(async (tx) => {
    await tx.update(accounts).set({ passwordHash: 'hash' }).where(eq(accounts.id, owner.accountId))
  })
  return owner
}

const find = async ({ accountId }: StaffActor) =>
  (await staff.listStaff(now)).find((colleague) => colleague.id === accountId)

test('the last owner who can sign in stays one', async () => {
  const owner = await makeOwner()
  const id = owner.accountId
  // an owner who never chose a password can let nobody in
  await makeStaff('owner')
  const refused = { kind: 'refused', reason: 'last-owner' }
  expect(await staff.change(owner, { id, role: 'editor' }, now)).toEqual(refused)
  expect(await staff.change(owner, { id, state: 'suspended' }, now)).toEqual(refused)
  const second = await makeOwner()
  expect(await staff.change(second, { id, role: 'editor' }, now)).toEqual({ kind: 'done' })
  expect(await find(owner)).toMatchObject({ role: 'editor' })
})

test('suspending signs out at once and leaves a row in the audit; nobody is let back in with an old session', async () => {
  const owner = await makeOwner()
  const author = await makeStaff('author')
  const id = author.accountId
  const token = await sessions.open(id, now)
  expect(await find(author)).toMatchObject({ sessions: 1, state: 'active', canSignIn: false })
  await staff.change(owner, { id, state: 'suspended' }, now)
  expect(await sessions.getByToken(token, now)).toBeNull()
  await staff.change(owner, { id, state: 'active' }, now)
  expect(await sessions.getByToken(token, now)).toBeNull()
  expect(await db().$count(audit, eq(audit.subject, `account:${id}`))).toBe(2)
})

test('signing out everywhere ends every session of one account and of no other', async () => {
  const owner = await makeOwner()
  const author = await makeStaff('author')
  const [first, second, own] = [
    await sessions.open(author.accountId, now),
    await sessions.open(author.accountId, now),
    await sessions.open(owner.accountId, now),
  ]
  await staff.signOutEverywhere(owner, author.accountId, now)
  expect(await sessions.getByToken(first, now)).toBeNull()
  expect(await sessions.getByToken(second, now)).toBeNull()
  expect(await sessions.getByToken(own, now)).not.toBeNull()
  expect(await find(author)).toMatchObject({ sessions: 0 })
})

test.each(ROLES.filter((role) => role !== 'owner'))('the role %s changes nobody', async (role) => {
  const actor = await makeStaff(role)
  const other = await makeStaff('author')
  const refused = { kind: 'refused', reason: 'forbidden' }
  expect(await staff.change(actor, { id: other.accountId, role: 'owner' }, now)).toEqual(refused)
  expect(await staff.change(actor, { id: actor.accountId, role: 'owner' }, now)).toEqual(refused)
  expect(await staff.signOutEverywhere(actor, other.accountId, now)).toEqual(refused)
})
