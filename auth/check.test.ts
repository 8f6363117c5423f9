import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import * as accounts from '@/db/accounts'
import { db, transact } from '@/db/client'
import { attempts } from '@/db/schema/people'
import { freshDatabase } from '@/db/testing'
import { systemActor } from '@/domain/actor'
import { type Attempt, checkPassword, forgive } from './check'
import { markDevice } from './device'
import { hashPassword } from './password'

vi.stubEnv('AUTH_SECRET', 'a secret that only this test knows')
freshDatabase()

const NOW = new Date('2024-04-01T09:00:00Z')
const after = (ms: number) => new Date(NOW.getTime() + ms)
const PASSWORD = 'a long enough password'
const hashing = hashPassword(PASSWORD)

async function somebody() {
  const email = `${randomUUID()}@example.org`
  const passwordHash = await hashing
  const account = { email, name: email, role: 'editor', passwordHash } as const
  const accountId = await transact((tx) => accounts.insert(tx, systemActor('test'), account, NOW))
  // a network of its own for every test
  const here = `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`
  return { email, accountId, here }
}

const wrong = (email: string, address: string, more: Partial<Attempt> = {}): Attempt => ({
  email,
  password: 'not the password',
  address,
  ...more,
})

async function guess(times: number, attempt: Attempt) {
  const kinds: string[] = []
  for (let time = 0; time < times; time++) kinds.push((await checkPassword(attempt, NOW)).kind)
  return kinds
}

test('the right password opens, a wrong one does not', async () => {
  const { email, accountId, here } = await somebody()
  expect(await checkPassword({ email, password: PASSWORD, address: here }, NOW)).toEqual({
    kind: 'right',
    accountId,
  })
  expect(await checkPassword(wrong(email, here), NOW)).toEqual({ kind: 'wrong' })
})

test('an account that exists and one that does not are told apart by nothing', async () => {
  const { email, here } = await somebody()
  const nobody = `${randomUUID()}@example.org`
  expect(await guess(7, wrong(nobody, '198.51.100.1'))).toEqual(await guess(7, wrong(email, here)))
})

test('after five wrong guesses even the right one has to wait', async () => {
  const { email, here } = await somebody()
  await guess(5, wrong(email, here))
  const right = { email, password: PASSWORD, address: here }
  expect(await checkPassword(right, NOW)).toEqual({ kind: 'blocked', until: after(1_000) })
  expect((await checkPassword(right, after(1_000))).kind).toBe('right')
})

test('guesses at one account from everywhere lock it for strangers, not for a device it knows', async () => {
  const { email } = await somebody()
  for (let time = 0; time < 10; time++)
    await checkPassword(wrong(email, `2001:db8:0:${time}::1`), after(time * 100_000))
  const now = after(1_000_000)
  const right = { email, password: PASSWORD, address: '2001:db8:ffff:1::1' }
  expect((await checkPassword(right, now)).kind).toBe('blocked')
  const deviceMark = markDevice(email)
  expect((await checkPassword({ ...right, deviceMark }, now)).kind).toBe('right')
})

test('a flood of guesses from one network locks it for strangers, not for a known device in it', async () => {
  const { email, here } = await somebody()
  for (let time = 0; time < 50; time++)
    await checkPassword(wrong(`${randomUUID()}@example.org`, here), after(time * 100_000))
  const now = after(5_000_000)
  const right = { email, password: PASSWORD, address: here }
  expect((await checkPassword(right, now)).kind).toBe('blocked')
  expect((await checkPassword({ ...right, deviceMark: markDevice(email) }, now)).kind).toBe('right')
})

test('a known device that guesses is slowed too', async () => {
  const { email, here } = await somebody()
  const deviceMark = markDevice(email)
  await guess(9, wrong(email, here, { deviceMark }))
  expect((await checkPassword(wrong(email, here, { deviceMark }), NOW)).kind).toBe('blocked')
})

test("another account's device mark counts for nothing, nor does a forged one", async () => {
  const { email, here } = await somebody()
  await guess(5, wrong(email, here))
  const right = { email, password: PASSWORD, address: here }
  for (const deviceMark of [markDevice('else@example.org'), 'made.up', `${markDevice(email)}x`, '.'])
    expect((await checkPassword({ ...right, deviceMark }, NOW)).kind).toBe('blocked')
})

test('a hundred guesses at once get no further than one after the other', async () => {
  const { email } = await somebody()
  const networks = Array.from({ length: 100 }, (_, time) => `2001:db8:1:${time}::1`)
  const verdicts = await Promise.all(networks.map((from) => checkPassword(wrong(email, from), NOW)))
  expect(verdicts.filter(({ kind }) => kind === 'wrong')).toHaveLength(5)
})

test('signing in forgets the failures of the account, not those of the network', async () => {
  const { email, here } = await somebody()
  const right = { email, password: PASSWORD, address: here }
  await guess(4, wrong(email, here))
  await checkPassword(right, NOW)
  expect(await guess(4, wrong(email, here))).toEqual(['wrong', 'wrong', 'wrong', 'wrong'])
  expect((await checkPassword(right, NOW)).kind).toBe('right')
  for (let time = 0; time < 12; time++) await checkPassword(wrong(`${randomUUID()}@example.org`, here), NOW)
  expect((await checkPassword({ ...right, password: 'wrong again' }, NOW)).kind).toBe('wrong')
  expect((await checkPassword(right, NOW)).kind).toBe('blocked')
})

test('a new password ends the lock that guesses at the old one had built up', async () => {
  const { email, here } = await somebody()
  await guess(5, wrong(email, here))
  await forgive(email)
  expect((await checkPassword({ email, password: PASSWORD, address: here }, NOW)).kind).toBe('right')
})

test('what is counted names neither account nor address', async () => {
  const { email, here } = await somebody()
  await checkPassword(wrong(email, here), NOW)
  const stored = JSON.stringify(await db().select().from(attempts))
  expect(stored).not.toContain(email)
  expect(stored).not.toContain(here.slice(0, 14))
})
