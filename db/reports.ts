import { and, asc, count, desc, eq, exists, gt, inArray, isNotNull, lt, lte } from 'drizzle-orm'
import { type Actor, actorMay, type ReaderActor, systemActor } from '@/domain/actor'
import { isPublic } from '@/domain/articles'
import { COUNTED } from '@/domain/counting'
import type { ReportInput } from '@/domain/moderation/report-input'
import {
  holdsByReports,
  REPORT_WINDOW_MS,
  type ReportReason,
  REPORTS_KEPT,
  REPORTS_PER_WINDOW,
} from '@/domain/moderation/reports'
import { record } from './audit'
import { type Db, db, transact, type Tx } from './client'
import { getCounted, moveTo } from './comment-counts'
import { askToLearn } from './learning'
import { articles } from './schema/articles'
import { comments } from './schema/comments'
import { reports } from './schema/rules'
import { getPolicy } from './settings'

export type Reported =
  | { kind: 'done' }
  | { kind: 'refused'; reason: 'gone' }
  | { kind: 'refused'; reason: 'too-fast'; retryAfterSeconds: number }

/** Takes a reader's report of a comment. Whoever reported it before has done so, and nothing more is stored. */
export function report(
  { addressHash }: ReaderActor,
  { commentId, ...said }: ReportInput & { commentId: number },
  now: Date,
): Promise<Reported> {
  return transact(async (tx) => {
    const comment = await getReportable(tx, commentId, now)
    if (!comment) return { kind: 'refused', reason: 'gone' }
    const wait = addressHash === null ? 0 : await secondsToWait(tx, addressHash, now)
    if (wait > 0) return { kind: 'refused', reason: 'too-fast', retryAfterSeconds: wait }
    const before = await countOpen(tx, commentId)
    if (before >= REPORTS_KEPT) return { kind: 'done' }
    const [made] = await tx
      .insert(reports)
      .values({ commentId, addressHash, ...said, open: true, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: reports.id })
    if (made && (await holdWhereMany(tx, comment, before + 1, now)))
      await tx.update(reports).set({ heldAt: now }).where(eq(reports.id, made.id))
    return { kind: 'done' }
  })
}

type Reportable = {
  id: number
  reasons: typeof comments.$inferSelect.reasons
  isStaff: boolean
  isDecided: boolean
}

async function getReportable(tx: Tx, id: number, now: Date): Promise<Reportable | null> {
  const [row] = await tx
    .select({
      state: comments.state,
      reasons: comments.reasons,
      personId: comments.personId,
      decidedAt: comments.decidedAt,
      article: { state: articles.state, publishAt: articles.publishAt },
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(eq(comments.id, id))
  if (row?.state !== 'published' || !isPublic(row.article, now)) return null
  return { id, reasons: row.reasons, isStaff: row.personId !== null, isDecided: row.decidedAt !== null }
}

async function secondsToWait(tx: Tx, addressHash: string, now: Date): Promise<number> {
  const [oldest] = await tx
    .select({ at: reports.createdAt })
    .from(reports)
    .where(
      and(
        eq(reports.addressHash, addressHash),
        gt(reports.createdAt, new Date(now.getTime() - REPORT_WINDOW_MS)),
        lte(reports.createdAt, now),
      ),
    )
    .orderBy(desc(reports.createdAt))
    .limit(1)
    .offset(REPORTS_PER_WINDOW - 1)
  return oldest ? Math.ceil((oldest.at.getTime() + REPORT_WINDOW_MS - now.getTime()) / 1000) : 0
}

const isOpen = (commentId: number) => and(eq(reports.open, true), eq(reports.commentId, commentId))

const countOpen = (from: Db, commentId: number) => from.$count(reports, isOpen(commentId))

async function holdWhereMany(
  tx: Tx,
  { id, reasons, isStaff, isDecided }: Reportable,
  open: number,
  now: Date,
): Promise<boolean> {
  const { holdFromReports } = await getPolicy()
  const comment = await getCounted(id, tx)
  if (!comment || !holdsByReports({ state: comment.state, isStaff, isDecided }, open, holdFromReports))
    return false
  await moveTo(tx, comment, 'held')
  await tx
    .update(comments)
    .set({ reasons: [...reasons, { rule: 'reports', detail: String(open) }] })
    .where(eq(comments.id, id))
  await record(tx, systemActor('Reports of readers'), now, {
    verb: 'comment.hold',
    subject: `comment:${id}`,
    before: comment.state,
    after: 'held',
  })
  return true
}

/** What readers said against one comment. */
export type ReportView = { reason: ReportReason; text: string; createdAt: Date }

/** The open reports of comments, the oldest first. */
export async function reportsOf(commentIds: readonly number[]): Promise<Map<number, ReportView[]>> {
  const byComment = new Map<number, ReportView[]>()
  if (commentIds.length === 0) return byComment
  const rows = await db()
    .select({
      commentId: reports.commentId,
      reason: reports.reason,
      text: reports.text,
      createdAt: reports.createdAt,
    })
    .from(reports)
    .where(and(eq(reports.open, true), inArray(reports.commentId, [...commentIds])))
    .orderBy(asc(reports.commentId), asc(reports.id))
  for (const { commentId, ...view } of rows)
    byComment.set(commentId, [...(byComment.get(commentId) ?? []), view])
  return byComment
}

/** Of comments: those with an open report. */
export const isReported = (from: Db) =>
  exists(
    from
      .select({ id: reports.id })
      .from(reports)
      .where(and(eq(reports.open, true), eq(reports.commentId, comments.id))),
  )

type Span = { after: number | null; order: 'newest' | 'oldest'; limit: number }

/** The comments that have an open report, by id, from one id on. */
export async function listReported({ after, order, limit }: Span): Promise<number[]> {
  const isNewest = order === 'newest'
  const { commentId } = reports
  const rows = await db()
    .selectDistinct({ id: commentId })
    .from(reports)
    .where(and(eq(reports.open, true), after === null ? undefined : (isNewest ? lt : gt)(commentId, after)))
    .orderBy((isNewest ? desc : asc)(commentId))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** How many comments have an open report. */
export async function countReported(actor: Actor): Promise<number> {
  if (!actorMay(actor, 'moderate')) return 0
  const some = db()
    .selectDistinct({ id: reports.commentId })
    .from(reports)
    .where(eq(reports.open, true))
    .limit(COUNTED)
    .as('some')
  const [row] = await db().select({ n: count() }).from(some)
  return row?.n ?? 0
}

/** When reports last held a comment that nobody has decided about since. */
export async function lastHeldByReports(from: Db): Promise<Date | null> {
  const [last] = await from
    .select({ at: reports.heldAt })
    .from(reports)
    .where(and(eq(reports.open, true), isNotNull(reports.heldAt)))
    .orderBy(desc(reports.heldAt))
    .limit(1)
  return last?.at ?? null
}

/** Lays the reports of a comment aside: whoever decides about it has seen them. */
export const settle = (tx: Tx, commentId: number) =>
  tx.update(reports).set({ open: false }).where(isOpen(commentId))

/** Leaves a comment as it is, whatever was reported. */
export function dismiss(
  actor: Actor,
  commentId: number,
  now: Date,
): Promise<{ kind: 'done'; dismissed: number } | { kind: 'refused'; reason: 'forbidden' }> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve({ kind: 'refused', reason: 'forbidden' })
  return transact(async (tx) => {
    const dismissed = await countOpen(tx, commentId)
    if (dismissed === 0) return { kind: 'done', dismissed }
    await settle(tx, commentId)
    // to let it stand is a decision: its author cannot change it any more, nor can reports hold it
    const stands = and(eq(comments.id, commentId), eq(comments.state, 'published'))
    await tx.update(comments).set({ decidedAt: now }).where(stands)
    await askToLearn(tx, now)
    await record(tx, actor, now, {
      verb: 'comment.dismiss-reports',
      subject: `comment:${commentId}`,
      before: dismissed,
      after: 0,
    })
    return { kind: 'done', dismissed }
  })
}
