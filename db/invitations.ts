import { and, eq, gt, isNull } from 'drizzle-orm'
import type { InvitationInput } from '@/domain/accounts'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { invitationExpiry } from '@/domain/sign-in'
import { hasOwner, insert, insertFirstOwner } from './accounts'
import { record } from './audit'
import { db, transact, type Tx } from './client'
import { accounts, invitations, people } from './schema/people'
import * as sessions from './sessions'
import { hashOf, makeToken } from './tokens'

/** What a link offers: to become the first owner, or a password for the account named here. */
export type InvitationView = { kind: 'first-owner' } | { kind: 'account'; name: string; email: string }

export type Invited =
  | { kind: 'done'; token: string; account: 'new' | 'existing' }
  | { kind: 'refused'; reason: 'forbidden' | 'name-needed' | 'role-needed' | 'last-owner' }

export type Accepted =
  | { kind: 'done'; accountId: number; email: string }
  | { kind: 'refused'; reason: 'gone' | 'owner-exists' | 'email-taken' }

/** A link for whoever set the program up to become the owner; older ones are void. null where there is an owner. */
export async function issueSetup(now: Date): Promise<string | null> {
  return transact(async (tx) => {
    await tx.delete(invitations).where(isNull(invitations.accountId))
    return (await hasOwner(tx)) ? null : issue(tx, null, now)
  })
}

/** Lets somebody in, or back in with a new password; the older links of the account are void. */
export async function invite(actor: Actor, input: InvitationInput, now: Date): Promise<Invited> {
  const { email, name, role } = input
  return transact(async (tx) => {
    if (!actorMay(actor, 'manage-staff')) return { kind: 'refused', reason: 'forbidden' }
    const [known] = await tx
      .select({ id: accounts.id, role: accounts.role, state: accounts.state })
      .from(accounts)
      .where(eq(accounts.email, email))
    if (!known) {
      if (!name) return { kind: 'refused', reason: 'name-needed' }
      if (!role) return { kind: 'refused', reason: 'role-needed' }
      const accountId = await insert(tx, actor, { email, name, role, passwordHash: null }, now)
      return { kind: 'done', token: await issue(tx, accountId, now), account: 'new' }
    }
    const next = { role: role ?? known.role, state: 'active' as const }
    if (known.role === 'owner' && next.role !== 'owner' && !(await hasOwner(tx, known.id)))
      return { kind: 'refused', reason: 'last-owner' }
    await tx.update(accounts).set(next).where(eq(accounts.id, known.id))
    await record(tx, actor, now, {
      verb: 'account.invite',
      subject: `account:${known.id}`,
      before: { role: known.role, state: known.state },
      after: next,
    })
    return { kind: 'done', token: await issue(tx, known.id, now), account: 'existing' }
  })
}

async function issue(tx: Tx, accountId: number | null, now: Date): Promise<string> {
  const token = makeToken()
  if (accountId !== null) await tx.delete(invitations).where(eq(invitations.accountId, accountId))
  await tx
    .insert(invitations)
    .values({ tokenHash: hashOf(token), accountId, createdAt: now, expiresAt: invitationExpiry(now) })
  return token
}

const isGood = (token: string, now: Date) =>
  and(eq(invitations.tokenHash, hashOf(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, now))

const columns = { accountId: invitations.accountId, name: people.name, email: accounts.email }

const select = (from: Pick<Tx, 'select'>, token: string, now: Date) =>
  from
    .select(columns)
    .from(invitations)
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .leftJoin(people, eq(people.id, accounts.personId))
    .where(isGood(token, now))

/** What the link offers; null once it is used, replaced or out of date. Looking does not use it up. */
export async function getByToken(token: string, now: Date): Promise<InvitationView | null> {
  const [found] = await select(db(), token, now)
  if (!found) return null
  if (found.accountId === null) return (await hasOwner(db())) ? null : { kind: 'first-owner' }
  return found.name && found.email ? { kind: 'account', name: found.name, email: found.email } : null
}

/** Uses the link up. `owner` is for the link of a first owner; the account behind any other is known already. */
export async function accept(
  actor: Actor,
  input: { token: string; passwordHash: string; owner?: { name: string; email: string } },
  now: Date,
): Promise<Accepted> {
  const { token, passwordHash, owner } = input
  return transact(async (tx) => {
    const [found] = await select(tx, token, now)
    if (!found) return gone
    const accepted =
      found.accountId !== null
        ? await setPassword(tx, actor, { id: found.accountId, passwordHash }, now)
        : owner
          ? await insertFirstOwner(tx, actor, { ...owner, passwordHash }, now)
          : gone
    if (accepted.kind === 'done')
      await tx
        .update(invitations)
        .set({ usedAt: now })
        .where(eq(invitations.tokenHash, hashOf(token)))
    return accepted
  })
}

const gone = { kind: 'refused', reason: 'gone' } as const

/** Whoever was signed in with the old password is signed out. */
async function setPassword(
  tx: Tx,
  actor: Actor,
  { id, passwordHash }: { id: number; passwordHash: string },
  now: Date,
): Promise<Accepted> {
  const [account] = await tx
    .update(accounts)
    .set({ passwordHash })
    .where(and(eq(accounts.id, id), eq(accounts.state, 'active')))
    .returning({ email: accounts.email })
  if (!account) return gone
  await sessions.closeAll(tx, id)
  await record(tx, actor, now, { verb: 'account.set-password', subject: `account:${id}` })
  return { kind: 'done', accountId: id, email: account.email }
}
