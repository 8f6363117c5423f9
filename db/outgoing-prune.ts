import { and, eq, inArray, lt } from 'drizzle-orm'
import { TOLD_KEPT_MS, WITHDRAWN } from '@/domain/mentions/sending'
import { db, transact } from './client'
import { outgoingMentions as mentions } from './schema/outgoing'

const A_STEP = 1_000

/** Forgets links that no article has any more and that nobody is to be told of, some time after the last try. */
export async function pruneOutgoing(now: Date): Promise<void> {
  const tried = lt(mentions.triedAt, new Date(now.getTime() - TOLD_KEPT_MS))
  for (const state of ['gone', 'failed'] as const) {
    const old = and(eq(mentions.state, state), tried, eq(mentions.wanted, WITHDRAWN))
    for (let found = A_STEP; found === A_STEP;) {
      const step = await db().select({ id: mentions.id }).from(mentions).where(old).limit(A_STEP)
      found = step.length
      const ids = step.map(({ id }) => id)
      if (found > 0) await transact((tx) => tx.delete(mentions).where(inArray(mentions.id, ids)))
    }
  }
}
