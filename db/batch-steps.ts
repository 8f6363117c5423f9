import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { isPublic } from '@/domain/articles'
import type { BatchAct } from '@/domain/discussion/batches'
import { type Choice, choiceColumns, choiceOf } from '@/domain/discussion/chosen'
import { keptChoice } from '@/domain/discussion/kept'
import { type ClosingPolicy, discussionState, isClosedByChoice, isShut } from '@/domain/discussion/state'
import { type Batch, bornBefore, ordered } from './batches'
import type { Tx } from './client'
import { commentSteps } from './comment-batch-steps'
import { transact } from './client'
import { type FactRow, factColumns } from './discussions'
import { articles } from './schema/articles'
import { audit, batches } from './schema/journal'
import { getPolicy } from './settings'
import { touches } from './touches'

// a step is one short transaction: visitors comment between two of them, and a crash loses none that is done
const ARTICLES_A_STEP = 250

const BECOMES: Record<BatchAct, Choice> = {
  close: choiceColumns({ discussion: 'closed' }),
  reopen: choiceColumns({ discussion: 'open' }),
  follow: choiceColumns({ discussion: 'inherit' }),
}

const differs = (row: FactRow, act: BatchAct, policy: ClosingPolicy, now: Date): boolean => {
  if (act === 'follow') return row.discussion !== 'inherit'
  // no choice opens what is switched off
  return act === 'reopen' ? isClosedByChoice(row, policy, now) : !isShut(discussionState(row, policy, now))
}

/** Carries an order out, or its undoing, for the next articles. Returns whether any are left. */
export function step(batchId: number, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId))
    if (!batch) return false
    const { order } = batch
    const steps =
      order.act === 'decide'
        ? commentSteps(tx, { ...batch, order }, now)
        : {
            running: () => change(tx, { ...batch, order }, now),
            undoing: () => restore(tx, { ...batch, order }, now),
          }
    return batch.state === 'running' || batch.state === 'undoing' ? steps[batch.state]() : false
  })
}

/** Carries it out to its end. */
export async function run(batchId: number, clock: () => Date): Promise<void> {
  while (await step(batchId, clock())) await new Promise(setImmediate)
}

async function change(tx: Tx, batch: Batch, now: Date): Promise<boolean> {
  const { act, filter } = batch.order
  const rows = await tx
    .select(factColumns)
    .from(articles)
    .where(and(gt(articles.id, batch.cursor), ordered(tx, batch.order)))
    .orderBy(asc(articles.id))
    .limit(ARTICLES_A_STEP)
  const policy = await getPolicy()
  const born = bornBefore(filter, now)
  const changing = rows.filter(
    (row) => isPublic(row, now) && isPublic(row, born) && differs(row, act, policy, now),
  )
  const after = BECOMES[act]
  const ids = changing.map(({ id }) => id)
  if (ids.length > 0) {
    await tx
      .update(articles)
      .set({ ...after, discussionChangedAt: now })
      .where(inArray(articles.id, ids))
    await tx.insert(audit).values(
      changing.map((row) => ({
        ...entry(batch, row.id, now),
        before: { ...choiceOf(row), discussionChangedAt: row.discussionChangedAt },
        after,
        reason: batch.reason,
        batchId: batch.id,
      })),
    )
    await touches(tx, ...ids.map((id) => `article:${id}`))
  }
  const isLast = rows.length < ARTICLES_A_STEP
  await tx
    .update(batches)
    .set({
      cursor: rows.at(-1)?.id ?? batch.cursor,
      changed: batch.changed + ids.length,
      state: isLast ? 'done' : 'running',
    })
    .where(eq(batches.id, batch.id))
  return !isLast
}

async function restore(tx: Tx, batch: Batch, now: Date): Promise<boolean> {
  const done = await tx
    .select({ id: audit.id, at: audit.at, subject: audit.subject, before: audit.before })
    .from(audit)
    .where(and(eq(audit.batchId, batch.id), gt(audit.id, batch.cursor)))
    .orderBy(asc(audit.id))
    .limit(ARTICLES_A_STEP)
  const befores = new Map(
    done.map(({ at, subject, before }) => [
      Number(subject.slice('article:'.length)),
      { at, choice: keptChoice.parse(before) },
    ]),
  )
  const rows = await tx
    .select(factColumns)
    .from(articles)
    .where(inArray(articles.id, [...befores.keys()]))
  const left = JSON.stringify(BECOMES[batch.order.act])
  let restored = 0
  for (const row of rows) {
    const { at, choice: before } = befores.get(row.id) ?? {}
    if (!before || !at) continue
    // what somebody decided since stays, also where it is the same
    if (row.discussionChangedAt?.getTime() !== at.getTime() || JSON.stringify(choiceOf(row)) !== left)
      continue
    await tx.update(articles).set(before).where(eq(articles.id, row.id))
    await tx.insert(audit).values({
      ...entry({ accountId: null, actor: batch.undoneBy ?? batch.actor }, row.id, now),
      before: choiceOf(row),
      after: choiceOf(before),
      reason: `Took back: ${batch.reason || 'many at once'}`,
    })
    restored++
  }
  await touches(tx, ...rows.map(({ id }) => `article:${id}`))
  const isLast = done.length < ARTICLES_A_STEP
  await tx
    .update(batches)
    .set({
      cursor: done.at(-1)?.id ?? batch.cursor,
      restored: batch.restored + restored,
      state: isLast ? 'undone' : 'undoing',
    })
    .where(eq(batches.id, batch.id))
  return !isLast
}

const entry = ({ accountId, actor }: Pick<Batch, 'accountId' | 'actor'>, articleId: number, at: Date) => ({
  at,
  accountId,
  actor,
  verb: 'article.set-discussion',
  subject: `article:${articleId}`,
})
