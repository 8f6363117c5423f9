import { setImmediate as breathe } from 'node:timers/promises'
import { desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { type Actor, actorMay } from '@/domain/actor'
import { isUsed, type Model, Pupil, traits } from '@/domain/moderation/learned'
import { read } from '@/domain/moderation/reading'
import { db, transact, type Tx } from './client'
import { enqueue } from './jobs'
import { outdate, PARTS } from './rule-versions'
import { comments } from './schema/comments'
import { learned } from './schema/rules'

/** Older decisions are of another time, of spam too. */
const NEWEST = 5_000
// some 10 ms of work: between two of them visitors are answered
const A_STEP = 100
/** Moderators decide in sittings: they are learned from once it has gone on for so long. */
const AFTER_MS = 5 * 60_000

const ONLY = 1

/** Says, in the transaction of a decision, that there is something to learn. */
export const askToLearn = (tx: Tx, now: Date) =>
  enqueue(tx, 'learn', {}, { dueAt: new Date(now.getTime() + AFTER_MS), uniqueKey: 'learn' })

/** Learns from the newest decisions of moderators about guests, from scratch. */
export async function learn(now: Date): Promise<void> {
  const pupil = new Pupil()
  const decided = await db()
    .select({ id: comments.id })
    .from(comments)
    // nothing else is asked of the database: another index would be chosen, and everything published sorted
    .where(isNotNull(comments.decidedAt))
    .orderBy(desc(comments.decidedAt))
    .limit(NEWEST)
  for (let from = 0; from < decided.length; from += A_STEP) {
    const ids = decided.slice(from, from + A_STEP).map(({ id }) => id)
    const rows = await db()
      .select({
        state: comments.state,
        personId: comments.personId,
        name: comments.name,
        email: comments.email,
        website: comments.website,
        html: comments.html,
      })
      .from(comments)
      .where(inArray(comments.id, ids))
    for (const { state, personId, ...said } of rows)
      if (personId === null && (state === 'published' || state === 'spam'))
        pupil.see(traits(read(said)), state === 'spam')
    await breathe()
  }
  const model = pupil.learned()
  await transact(async (tx) => {
    const row = { model, learnedAt: now }
    await tx
      .insert(learned)
      .values({ id: ONLY, ...row })
      .onConflictDoUpdate({ target: learned.id, set: row })
    await outdate(tx, PARTS.model)
  })
}

/** From how many decisions the site has learned, and whether that is enough to go by. */
export type Learning = Pick<Model, 'spam' | 'approved'> & { isUsed: boolean; learnedAt: Date }

export async function getLearning(actor: Actor): Promise<Learning | null> {
  if (!actorMay(actor, 'moderate')) return null
  const [row] = await db().select().from(learned).where(eq(learned.id, ONLY))
  if (!row) return null
  const { spam, approved } = row.model
  return { spam, approved, isUsed: isUsed(row.model), learnedAt: row.learnedAt }
}
