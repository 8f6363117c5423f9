import { and, gte, lt, lte, max, min } from 'drizzle-orm'
import { FORGET_MS } from '@/domain/attempts'
import { MAX_ATTEMPTS } from '@/domain/jobs'
import { dropOldAddresses } from './addresses'
import { db, transact } from './client'
import { pruneMentions } from './mention-prune'
import { pruneOutgoing } from './outgoing-prune'
import { pruneLinks } from './outside-links'
import { pruneProofs } from './proofs'
import { jobs } from './schema/jobs'
import { touchLog } from './schema/journal'
import { confirmations, readerSessions } from './schema/readers'
import { attempts, invitations, sessions } from './schema/people'
import { bans } from './schema/rules'

/** A server that is further behind than this drops every page it keeps. */
export const TOUCHES_KEPT = 10_000

const TOUCHES_A_STEP = 5_000
// who opens an old link is told that it is over
const USED_LINKS_KEPT_MS = 30 * 86_400_000
const FAILED_JOBS_KEPT_MS = 30 * 86_400_000

/** Removes what nobody will ask for again, in short transactions. */
export async function prune(now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await transact(async (tx) => {
    await tx.delete(sessions).where(lte(sessions.expiresAt, now))
    await tx.delete(readerSessions).where(lte(readerSessions.expiresAt, now))
    await tx.delete(confirmations).where(lte(confirmations.expiresAt, before(USED_LINKS_KEPT_MS)))
    await pruneProofs(tx, now)
    // of a network that was banned nothing is left after the day
    await tx.delete(bans).where(lte(bans.endsAt, now))
    await tx.delete(invitations).where(lte(invitations.expiresAt, now))
    await tx.delete(attempts).where(lte(attempts.lastAt, before(FORGET_MS)))
    await tx
      .delete(jobs)
      .where(and(gte(jobs.attempts, MAX_ATTEMPTS), lt(jobs.dueAt, before(FAILED_JOBS_KEPT_MS))))
  })
  await pruneMentions(now)
  await pruneOutgoing(now)
  await pruneLinks(now)
  await pruneTouches()
  await dropOldAddresses(now)
}

/** Keeps the newest; their numbers go on, because the column is AUTOINCREMENT. */
async function pruneTouches(): Promise<void> {
  const [ends] = await db()
    .select({ oldest: min(touchLog.seq), newest: max(touchLog.seq) })
    .from(touchLog)
  const floor = (ends?.newest ?? 0) - TOUCHES_KEPT
  for (let step = ends?.oldest ?? floor + 1; step <= floor; step += TOUCHES_A_STEP) {
    const upTo = Math.min(step + TOUCHES_A_STEP - 1, floor)
    await transact((tx) => tx.delete(touchLog).where(lte(touchLog.seq, upTo)))
  }
}
