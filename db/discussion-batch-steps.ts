import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { isPublic } from '@/domain/articles'
import type { ClosingAct } from '@/domain/discussion/batch-acts'
import { type Choice, choiceColumns, choiceOf } from '@/domain/discussion/chosen'
import { keptChoice } from '@/domain/discussion/kept'
import { type ClosingPolicy, discussionState, isClosedByChoice, isShut } from '@/domain/discussion/state'
import { type Batch, bornBefore, ordered } from './batches'
import { listDone, type Progress } from './batch-progress'
import type { Tx } from './client'
import { type FactRow, factColumns } from './discussions'
import { articles } from './schema/articles'
import { audit } from './schema/journal'
import { getPolicy } from './settings'
import { touches } from './touches'

// a step is one short transaction: visitors comment between two of them, and a crash loses none that is done
const ARTICLES_A_STEP = 250

const BECOMES: Record<ClosingAct, Choice> = {
  close: choiceColumns({ discussion: 'closed' }),
  reopen: choiceColumns({ discussion: 'open' }),
  follow: choiceColumns({ discussion: 'inherit' }),
}

const differs = (row: FactRow, act: ClosingAct, policy: ClosingPolicy, now: Date): boolean => {
  if (act === 'follow') return row.discussion !== 'inherit'
  // no choice opens what is switched off
  return act === 'reopen' ? isClosedByChoice(row, policy, now) : !isShut(discussionState(row, policy, now))
}

/** An order about the closing of discussions. */
type ClosingBatch = Batch & { order: { act: ClosingAct } }

/** The next step of carrying an order about discussions out, or of undoing it. */
export const discussionSteps = (tx: Tx, batch: ClosingBatch, now: Date) => ({
  running: () => change(tx, batch, now),
  undoing: () => restore(tx, batch, now),
})

async function change(tx: Tx, batch: ClosingBatch, now: Date): Promise<Progress> {
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
  return { cursor: rows.at(-1)?.id ?? batch.cursor, count: ids.length, isLast: rows.length < ARTICLES_A_STEP }
}

async function restore(tx: Tx, batch: ClosingBatch, now: Date): Promise<Progress> {
  const done = await listDone(tx, batch, ARTICLES_A_STEP)
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
  return { cursor: done.at(-1)?.id ?? batch.cursor, count: restored, isLast: done.length < ARTICLES_A_STEP }
}

const entry = ({ accountId, actor }: Pick<Batch, 'accountId' | 'actor'>, articleId: number, at: Date) => ({
  at,
  accountId,
  actor,
  verb: 'article.set-discussion',
  subject: `article:${articleId}`,
})
