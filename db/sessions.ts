import { and, eq, gt } from 'drizzle-orm'
import type { Role } from '@/domain/roles'
import { sessionExpiry } from '@/domain/sign-in'
import { db, transact, type Tx } from './client'
import { accounts, people, sessions } from './schema/people'
import { hashOf, makeToken } from './tokens'

export type SessionView = {
  accountId: number
  personId: number
  name: string
  email: string
  role: Role
  expiresAt: Date
}

/** Opens a session and returns its token, which stands nowhere else. */
export async function open(accountId: number, now: Date): Promise<string> {
  const token = makeToken()
  await transact(async (tx) => {
    await tx
      .insert(sessions)
      .values({ tokenHash: hashOf(token), accountId, createdAt: now, expiresAt: sessionExpiry(now) })
  })
  return token
}

/** Whose session it is; null once it is closed or expired, or the account suspended. */
export async function getByToken(token: string, now: Date): Promise<SessionView | null> {
  const [found] = await db()
    .select({
      accountId: accounts.id,
      personId: accounts.personId,
      name: people.name,
      email: accounts.email,
      role: accounts.role,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(
      and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, now), eq(accounts.state, 'active')),
    )
  return found ?? null
}

/** Used again: the session lives on for its whole length. One that was closed meanwhile stays closed. */
export async function renew(token: string, now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx
      .update(sessions)
      .set({ expiresAt: sessionExpiry(now) })
      .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, now)))
  })
}

export async function close(token: string): Promise<void> {
  await transact(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)))
  })
}

/** In the transaction that takes the right away: the next request of each session is signed out. */
export async function closeAll(tx: Tx, accountId: number): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.accountId, accountId))
}
