import { and, eq, inArray, lt } from 'drizzle-orm'
import { db, transact } from './client'
import { mentions } from './schema/mentions'

const KEPT_MS = 30 * 86_400_000
const A_STEP = 1_000

/** Removes what was gone a month ago, in short transactions. */
export async function pruneMentions(now: Date): Promise<void> {
  const old = and(eq(mentions.state, 'gone'), lt(mentions.askedAt, new Date(now.getTime() - KEPT_MS)))
  for (let found = A_STEP; found === A_STEP;) {
    const step = await db().select({ id: mentions.id }).from(mentions).where(old).limit(A_STEP)
    found = step.length
    const ids = step.map(({ id }) => id)
    if (found > 0) await transact((tx) => tx.delete(mentions).where(inArray(mentions.id, ids)))
  }
}
