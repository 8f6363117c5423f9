import { and, asc, count, eq, gt, isNotNull } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { Role } from '@/domain/roles'
import { hasOwner } from './accounts'
import { record } from './audit'
import type { Tx } from './client'
import { db, transact } from './client'
import { accounts, people, sessions } from './schema/people'
import { closeAll } from './sessions'

export type Colleague = {
  id: number
  name: string
  email: string
  role: Role
  state: 'active' | 'suspended'
  /** They have chosen a password. */
  canSignIn: boolean
  /** Browsers in which they are signed in. */
  sessions: number
}

/** Everybody who has an account, by name. */
export async function listStaff(now: Date): Promise<Colleague[]> {
  const rows = await db()
    .select({
      id: accounts.id,
      name: people.name,
      email: accounts.email,
      role: accounts.role,
      state: accounts.state,
      canSignIn: isNotNull(accounts.passwordHash),
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .orderBy(asc(people.name), asc(accounts.id))
  const open = await db()
    .select({ accountId: sessions.accountId, count: count() })
    .from(sessions)
    .where(gt(sessions.expiresAt, now))
    .groupBy(sessions.accountId)
  const counts = new Map(open.map((each) => [each.accountId, each.count]))
  return rows.map((row) => ({
    ...row,
    canSignIn: Boolean(row.canSignIn),
    sessions: row.state === 'active' ? (counts.get(row.id) ?? 0) : 0,
  }))
}

export type StaffResult =
  { kind: 'done' } | { kind: 'missing' } | { kind: 'refused'; reason: 'forbidden' | 'last-owner' }

type Account = Pick<typeof accounts.$inferSelect, 'id' | 'role' | 'state'>

function onAccount(
  actor: Actor,
  id: number,
  work: (tx: Tx, account: Account) => Promise<StaffResult>,
): Promise<StaffResult> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'manage-staff')) return { kind: 'refused', reason: 'forbidden' }
    const [account] = await tx
      .select({ id: accounts.id, role: accounts.role, state: accounts.state })
      .from(accounts)
      .where(eq(accounts.id, id))
    return account ? work(tx, account) : { kind: 'missing' }
  })
}

/** Gives an account another role, suspends it or lets it back in; a suspended one is signed out everywhere. */
export function change(
  actor: Actor,
  { id, ...wanted }: { id: number; role?: Role; state?: Colleague['state'] },
  now: Date,
): Promise<StaffResult> {
  return onAccount(actor, id, async (tx, account) => {
    const before = { role: account.role, state: account.state }
    const after = { ...before, ...wanted }
    if (before.role === after.role && before.state === after.state) return { kind: 'done' }
    const keepsSite = after.role === 'owner' && after.state === 'active'
    if (before.role === 'owner' && !keepsSite && !(await hasOwner(tx, id)))
      return { kind: 'refused', reason: 'last-owner' }
    await tx.update(accounts).set(after).where(eq(accounts.id, id))
    if (after.state === 'suspended') await closeAll(tx, id)
    await record(tx, actor, now, { verb: 'account.change', subject: `account:${id}`, before, after })
    return { kind: 'done' }
  })
}

/** Ends every session of an account: its next requests are signed out. */
export function signOutEverywhere(actor: Actor, id: number, now: Date): Promise<StaffResult> {
  return onAccount(actor, id, async (tx) => {
    const open = await tx.$count(sessions, and(eq(sessions.accountId, id), gt(sessions.expiresAt, now)))
    if (open === 0) return { kind: 'done' }
    await closeAll(tx, id)
    await record(tx, actor, now, {
      verb: 'account.sign-out',
      subject: `account:${id}`,
      before: { sessions: open },
    })
    return { kind: 'done' }
  })
}
