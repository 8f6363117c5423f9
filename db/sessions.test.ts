import { expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { isDueForRenewal, SESSION_DAYS } from '@/domain/sign-in'
import * as accounts from './accounts'
import { db, transact } from './client'
import * as invitations from './invitations'
import { sessions as table } from './schema/people'
import * as sessions from './sessions'
import { freshDatabase } from './testing'

freshDatabase()

const NOW = new Date('2024-04-01T09:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
let number = 0

async function anAccount() {
  const email = `person-${++number}@example.org`
  const id = await transact((tx) =>
    accounts.insert(
      tx,
      systemActor('test'),
      { email, name: `Person ${number}`, role: 'editor', passwordHash: 'x' },
      NOW,
    ),
  )
  return { id, email }
}

test('a session knows whose it is', async () => {
  const { id, email } = await anAccount()
  const token = await sessions.open(id, NOW)
  expect(await sessions.getByToken(token, NOW)).toMatchObject({ accountId: id, email, role: 'editor' })
})

test('the token itself stands nowhere in the database', async () => {
  const { id } = await anAccount()
  const token = await sessions.open(id, NOW)
  expect(JSON.stringify(await db().select().from(table))).not.toContain(token)
})

test('a closed session is signed out at once', async () => {
  const { id } = await anAccount()
  const token = await sessions.open(id, NOW)
  await sessions.close(token)
  expect(await sessions.getByToken(token, NOW)).toBeNull()
})

test('a session ends after its length without use, at that very instant', async () => {
  const { id } = await anAccount()
  const token = await sessions.open(id, NOW)
  const end = later(SESSION_DAYS)
  expect(await sessions.getByToken(token, new Date(end.getTime() - 1))).not.toBeNull()
  expect(await sessions.getByToken(token, end)).toBeNull()
})

test('a session that is used lives on, with at most one write a day', async () => {
  const { id } = await anAccount()
  const token = await sessions.open(id, NOW)
  const first = await sessions.getByToken(token, NOW)
  expect(isDueForRenewal(first?.expiresAt ?? NOW, later(0.9))).toBe(false)
  expect(isDueForRenewal(first?.expiresAt ?? NOW, later(1.1))).toBe(true)
  await sessions.renew(token, later(2))
  expect(await sessions.getByToken(token, later(SESSION_DAYS + 1))).not.toBeNull()
})

test('renewing does not bring a closed or expired session back', async () => {
  const { id } = await anAccount()
  const [closed, expired] = [await sessions.open(id, NOW), await sessions.open(id, NOW)]
  await sessions.close(closed)
  await sessions.renew(closed, later(1))
  await sessions.renew(expired, later(SESSION_DAYS))
  expect(await sessions.getByToken(closed, later(1))).toBeNull()
  expect(await sessions.getByToken(expired, later(SESSION_DAYS))).toBeNull()
})

test('a new password signs every session of the account out', async () => {
  const { id, email } = await anAccount()
  const token = await sessions.open(id, NOW)
  const invited = await invitations.invite(systemActor('test'), { email }, NOW)
  if (invited.kind !== 'done') throw new Error(invited.reason)
  await invitations.accept(systemActor('test'), { token: invited.token, passwordHash: 'y' }, NOW)
  expect(await sessions.getByToken(token, NOW)).toBeNull()
})
