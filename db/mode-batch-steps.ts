import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { type ModeAct, modeOf } from '@/domain/discussion/batch-acts'
import { DISCUSSION_MODES } from '@/domain/discussion/choices'
import { listDone, type Progress } from './batch-progress'
import { type Batch, bornBefore, hasOtherMode, ordered } from './batches'
import type { Tx } from './client'
import { articles } from './schema/articles'
import { audit } from './schema/journal'
import { touches } from './touches'
import { isPublicAt } from './visibility'

// a step is one short transaction: visitors comment between two of them, and a crash loses none that is done
const ARTICLES_A_STEP = 250

/** An order about how comments are let in. */
type ModeBatch = Batch & { order: { act: ModeAct } }

const keptMode = z.enum(DISCUSSION_MODES).nullable()

/** The next step of carrying an order about modes out, or of undoing it. */
export const modeSteps = (tx: Tx, batch: ModeBatch, now: Date) => ({
  running: () => change(tx, batch, now),
  undoing: () => restore(tx, batch, now),
})

async function change(tx: Tx, batch: ModeBatch, now: Date): Promise<Progress> {
  const { act, filter } = batch.order
  const rows = await tx
    .select({ id: articles.id, mode: articles.discussionMode })
    .from(articles)
    .where(
      and(
        gt(articles.id, batch.cursor),
        isPublicAt(now),
        lte(articles.publishAt, bornBefore(filter, now)),
        ordered(tx, batch.order),
        hasOtherMode(act),
      ),
    )
    .orderBy(asc(articles.id))
    .limit(ARTICLES_A_STEP)
  const mode = modeOf(act)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.update(articles).set({ discussionMode: mode }).where(inArray(articles.id, ids))
    await tx.insert(audit).values(
      rows.map((row) => ({
        ...entry(batch, row.id, now),
        before: row.mode,
        after: mode,
        reason: batch.reason,
        batchId: batch.id,
      })),
    )
    await touches(tx, ...ids.map((id) => `article:${id}`))
  }
  return { cursor: ids.at(-1) ?? batch.cursor, count: ids.length, isLast: ids.length < ARTICLES_A_STEP }
}

async function restore(tx: Tx, batch: ModeBatch, now: Date): Promise<Progress> {
  const done = await listDone(tx, batch, ARTICLES_A_STEP)
  const left = modeOf(batch.order.act)
  const touched: number[] = []
  for (const { subject, before } of done) {
    const id = Number(subject.slice('article:'.length))
    const { discussionMode } = articles
    const mode = keptMode.parse(before)
    // what somebody decided since stays
    const isAsLeft = left === null ? isNull(discussionMode) : eq(discussionMode, left)
    const restored = await tx
      .update(articles)
      .set({ discussionMode: mode })
      .where(and(eq(articles.id, id), isAsLeft))
      .returning({ id: articles.id })
    if (restored.length === 0) continue
    await tx.insert(audit).values({
      ...entry({ accountId: null, actor: batch.undoneBy ?? batch.actor }, id, now),
      before: left,
      after: mode,
      reason: `Took back: ${batch.reason || 'many at once'}`,
    })
    touched.push(id)
  }
  await touches(tx, ...touched.map((id) => `article:${id}`))
  return {
    cursor: done.at(-1)?.id ?? batch.cursor,
    count: touched.length,
    isLast: done.length < ARTICLES_A_STEP,
  }
}

const entry = ({ accountId, actor }: Pick<Batch, 'accountId' | 'actor'>, articleId: number, at: Date) => ({
  at,
  accountId,
  actor,
  verb: 'article.set-mode',
  subject: `article:${articleId}`,
})
