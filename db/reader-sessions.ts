import { and, eq, gt } from 'drizzle-orm'
import type { ConfirmedReader } from '@/domain/actor'
import { readerSessionExpiry } from '@/domain/readers'
import type { Tx } from './client'
import { db } from './client'
import { readers, readerSessions } from './schema/readers'
import { hashOf, makeToken } from './tokens'

/** Remembers a browser in which the reader has confirmed the address; returns the token, which stands nowhere else. */
export async function open(tx: Tx, readerId: number, now: Date): Promise<string> {
  const token = makeToken()
  await tx
    .insert(readerSessions)
    .values({ tokenHash: hashOf(token), readerId, createdAt: now, expiresAt: readerSessionExpiry(now) })
  return token
}

/** Who confirmed an address in this browser; null once that is too long ago or was taken back. */
export async function getByToken(token: string, now: Date): Promise<ConfirmedReader | null> {
  const [found] = await db()
    .select({ id: readers.id, email: readers.email })
    .from(readerSessions)
    .innerJoin(readers, eq(readers.id, readerSessions.readerId))
    .where(and(eq(readerSessions.tokenHash, hashOf(token)), gt(readerSessions.expiresAt, now)))
  return found ?? null
}
