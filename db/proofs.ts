import { eq, lt } from 'drizzle-orm'
import { CHALLENGE_MS, type Proof } from '@/domain/moderation/proof'
import type { Db, Tx } from './client'
import { spentProofs } from './schema/rules'

export async function isSpent(from: Db, { id }: Proof): Promise<boolean> {
  const rows = await from.select({ id: spentProofs.id }).from(spentProofs).where(eq(spentProofs.id, id))
  return rows.length > 0
}

/** A proof counts for one comment. */
export async function spend(tx: Tx, { id, begunAt }: Proof): Promise<void> {
  await tx.insert(spentProofs).values({ id, begunAt }).onConflictDoNothing()
}

/** Of those that are too old to be taken nobody asks. */
export const pruneProofs = (tx: Tx, now: Date) =>
  tx.delete(spentProofs).where(lt(spentProofs.begunAt, new Date(now.getTime() - CHALLENGE_MS)))
