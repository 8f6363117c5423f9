import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { systemActor } from '@/domain/actor'
import { INVITATION_DAYS } from '@/domain/sign-in'
import { db, transact } from './client'
import * as invitations from './invitations'
import { isKeptName } from './kept-names'
import { audit } from './schema/journal'
import { accounts, invitations as table, people } from './schema/people'
import { freshDatabase } from './testing'

freshDatabase()

const NOW = new Date('2024-04-01T09:00:00Z')
const actor = systemActor('test')
const owner = { name: 'Ines Halloran', email: 'ines@example.org' }

beforeEach(() =>
  transact(async (tx) => {
    for (const each of [table, audit, accounts, people]) await tx.delete(each)
  }),
)

async function setupLink() {
  const token = await invitations.issueSetup(NOW)
  if (!token) throw new Error('There is an owner')
  return token
}

async function invite(input: Parameters<typeof invitations.invite>[1]) {
  const invited = await invitations.invite(actor, input, NOW)
  if (invited.kind !== 'done') throw new Error(invited.reason)
  return invited
}

const becomeOwner = async () =>
  invitations.accept(actor, { token: await setupLink(), passwordHash: 'hash', owner }, NOW)

test('the set-up link makes the first owner, once', async () => {
  const token = await setupLink()
  expect(await invitations.getByToken(token, NOW)).toEqual({ kind: 'first-owner' })
  const accept = () => invitations.accept(actor, { token, passwordHash: 'hash', owner }, NOW)
  expect(await accept()).toMatchObject({ kind: 'done', email: owner.email })
  expect(await accept()).toEqual({ kind: 'refused', reason: 'gone' })
  expect(await invitations.getByToken(token, NOW)).toBeNull()
})

test('of two who use one link at the same time one gets in', async () => {
  const token = await setupLink()
  const tries = ['a@example.org', 'b@example.org'].map((email) =>
    invitations.accept(actor, { token, passwordHash: 'hash', owner: { name: 'Somebody', email } }, NOW),
  )
  const kinds = (await Promise.all(tries)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['done', 'refused'])
  expect(await db().$count(accounts)).toBe(1)
})

test('a newer set-up link puts the older one out of use', async () => {
  const older = await setupLink()
  const newer = await setupLink()
  expect(await invitations.getByToken(older, NOW)).toBeNull()
  expect(await invitations.getByToken(newer, NOW)).toEqual({ kind: 'first-owner' })
})

test('a site with an owner issues no set-up link', async () => {
  await becomeOwner()
  expect(await invitations.issueSetup(NOW)).toBeNull()
})

test('a link ends at the very instant its time is over', async () => {
  const token = await setupLink()
  const end = new Date(NOW.getTime() + INVITATION_DAYS * 86_400_000)
  expect(await invitations.getByToken(token, new Date(end.getTime() - 1))).not.toBeNull()
  expect(await invitations.getByToken(token, end)).toBeNull()
  const late = await invitations.accept(actor, { token, passwordHash: 'hash', owner }, end)
  expect(late).toEqual({ kind: 'refused', reason: 'gone' })
})

test('an invited colleague chooses a password and keeps the role given', async () => {
  const { token, account } = await invite({ email: 'tomas@example.org', name: 'Tomas Reyes', role: 'author' })
  expect(account).toBe('new')
  expect(await invitations.getByToken(token, NOW)).toEqual({
    kind: 'account',
    name: 'Tomas Reyes',
    email: 'tomas@example.org',
  })
  await invitations.accept(actor, { token, passwordHash: 'chosen' }, NOW)
  const [row] = await db()
    .select({ role: accounts.role, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.email, 'tomas@example.org'))
  expect(row).toEqual({ role: 'author', passwordHash: 'chosen' })
})

test('an invited author of the same name gets the byline that is there already', async () => {
  await transact((tx) =>
    tx.insert(people).values({ slug: 'tomas-reyes', name: 'Tomas Reyes', createdAt: NOW }),
  )
  await invite({ email: 'tomas@example.org', name: 'Tomas Reyes', role: 'author' })
  expect(await db().$count(people)).toBe(1)
  await invite({ email: 'other@example.org', name: 'Tomas Reyes', role: 'author' })
  const slugs = await db().select({ slug: people.slug }).from(people)
  expect(slugs.map(({ slug }) => slug)).toEqual(['tomas-reyes', 'tomas-reyes-2'])
})

test('a new colleague needs a name and a role, a known one neither', async () => {
  const email = 'jun@example.org'
  const refused = async (input: Parameters<typeof invitations.invite>[1]) => {
    const result = await invitations.invite(actor, input, NOW)
    return result.kind === 'refused' ? result.reason : result.kind
  }
  expect(await refused({ email })).toBe('name-needed')
  expect(await refused({ email, name: 'Jun Sato' })).toBe('role-needed')
  await invite({ email, name: 'Jun Sato', role: 'moderator' })
  expect((await invite({ email })).account).toBe('existing')
})

test('the last owner cannot be made something else', async () => {
  await becomeOwner()
  const demoted = await invitations.invite(actor, { email: owner.email, role: 'author' }, NOW)
  expect(demoted).toEqual({ kind: 'refused', reason: 'last-owner' })
})

test('who was let in, and by whom, is in the audit rows', async () => {
  await invite({ email: 'jun@example.org', name: 'Jun Sato', role: 'moderator' })
  const rows = await db().select({ actor: audit.actor, verb: audit.verb, after: audit.after }).from(audit)
  expect(rows).toEqual([
    {
      actor: 'test',
      verb: 'account.create',
      after: { name: 'Jun Sato', email: 'jun@example.org', role: 'moderator' },
    },
  ])
})

test('the name of somebody who wrote here before is kept from guests as soon as they have an account', async () => {
  await transact((tx) => tx.insert(people).values({ slug: 'noor', name: 'Noor Haddad', createdAt: NOW }))
  expect(await isKeptName('Noor Haddad')).toBe(false)
  await invite({ email: 'noor@example.org', name: 'Noor Haddad', role: 'author' })
  expect(await isKeptName('Noor Haddad')).toBe(true)
})
