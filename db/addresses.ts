import { and, gt, inArray, lt } from 'drizzle-orm'
import { db, transact } from './client'
import { comments } from './schema/comments'
import { mentions } from './schema/mentions'
import { appeals, confirmations } from './schema/readers'
import { reports } from './schema/rules'

const DAY_MS = 86_400_000
const A_STEP = 2_000

/** Drops the hashes of networks that earlier days (UTC) left: no limit and no ban asks for them again. */
export async function dropOldAddresses(now: Date): Promise<void> {
  const midnight = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS)
  const dated = [comments, reports, appeals, confirmations].map((rows) => ({ rows, at: rows.createdAt }))
  for (const { rows, at } of [...dated, { rows: mentions, at: mentions.askedAt }]) {
    // a hash is never empty: so the index finds those that are there
    const old = and(gt(rows.addressHash, ''), lt(at, midnight))
    for (let found = A_STEP; found === A_STEP;) {
      const step = await db().select({ id: rows.id }).from(rows).where(old).limit(A_STEP)
      found = step.length
      if (found === 0) break
      const ids = step.map(({ id }) => id)
      await transact((tx) => tx.update(rows).set({ addressHash: null }).where(inArray(rows.id, ids)))
    }
  }
}
