import { and, desc, eq, inArray, lt, lte, type SQL } from 'drizzle-orm'
import { KEPT_DAYS, KEPT_MOST } from '@/domain/mentions/rules'
import { MENTION_STATES } from '@/domain/mentions/states'
import { db, transact } from './client'
import { mentions } from './schema/mentions'

const DAY_MS = 86_400_000
const A_STEP = 1_000

/** Removes what readers do not see and what is old, or too many, of its state; in short transactions. */
export async function pruneMentions(now: Date, most = KEPT_MOST): Promise<void> {
  for (const state of MENTION_STATES) {
    if (state === 'published') continue
    const isIt = eq(mentions.state, state)
    await remove(and(isIt, lt(mentions.askedAt, new Date(now.getTime() - KEPT_DAYS[state] * DAY_MS))))
    const [over] = await db()
      .select({ id: mentions.id })
      .from(mentions)
      .where(isIt)
      .orderBy(desc(mentions.id))
      .limit(1)
      .offset(most)
    if (over) await remove(and(isIt, lte(mentions.id, over.id)))
  }
}

async function remove(which: SQL | undefined): Promise<void> {
  for (let found = A_STEP; found === A_STEP;) {
    const step = await db().select({ id: mentions.id }).from(mentions).where(which).limit(A_STEP)
    found = step.length
    const ids = step.map(({ id }) => id)
    if (found > 0) await transact((tx) => tx.delete(mentions).where(inArray(mentions.id, ids)))
  }
}
