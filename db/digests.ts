import { and, asc, desc, eq, gt, inArray, isNotNull, notExists } from 'drizzle-orm'
import { z } from 'zod'
import { isDigestDue } from '@/domain/mail/digest-periods'
import { concerns, type Digest } from '@/domain/mail/lists'
import { ROLES } from '@/domain/roles'
import type { Db } from './client'
import { transact } from './client'
import { type ClosedLately, listClosedSince } from './closed-lately'
import { put } from './outbox'
import { lastHeldByReports } from './reports'
import { comments } from './schema/comments'
import { mails } from './schema/mail'
import { accounts } from './schema/people'
import { declinedMails } from './schema/readers'
import { getDigestPeriod } from './settings'

// one message for all that happened since the last one, to each who wants it; found out twice, it is told once

// a mail server that comes late is not told a month of them at once
const staleAt = (now: Date) => new Date(now.getTime() + 86_400_000)

async function listRecipients(from: Db, kind: Digest): Promise<{ id: number; email: string }[]> {
  const declined = from
    .select({ id: declinedMails.id })
    .from(declinedMails)
    .where(and(eq(declinedMails.accountId, accounts.id), eq(declinedMails.kind, kind)))
  return from
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(
      and(
        inArray(
          accounts.role,
          ROLES.filter((role) => concerns(kind, role)),
        ),
        eq(accounts.state, 'active'),
        isNotNull(accounts.passwordHash),
        notExists(declined),
      ),
    )
    .orderBy(asc(accounts.id))
}

// an author may change a comment for a few minutes, and it may be held for that
const WRITTEN_LATELY = 20

/** When the newest of the comments that wait began to: as it was written or changed, or when reports held it. */
async function lastHeldAt(from: Db): Promise<Date | null> {
  const written = await from
    .select({ at: comments.createdAt, editedAt: comments.editedAt })
    .from(comments)
    .where(eq(comments.state, 'held'))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(WRITTEN_LATELY)
  const instants = [
    ...written.map(({ at, editedAt }) => editedAt ?? at),
    ...[await lastHeldByReports(from)].filter((at) => at !== null),
  ]
  return instants.length === 0 ? null : new Date(Math.max(...instants.map((at) => at.getTime())))
}

/** Tells those who moderate of comments that wait, where new ones do. */
export function tellHeld(now: Date): Promise<void> {
  return transact(async (tx) => {
    const newest = await lastHeldAt(tx)
    const [last] = await tx
      .select({ at: mails.createdAt })
      .from(mails)
      .where(eq(mails.kind, 'held'))
      .orderBy(desc(mails.createdAt))
      .limit(1)
    const facts = { newest, told: last?.at ?? null }
    if (!isDigestDue(await getDigestPeriod(), facts, now)) return
    for (const { id, email } of await listRecipients(tx, 'held'))
      await put(
        tx,
        {
          kind: 'held',
          payload: { accountId: id },
          to: email,
          uniqueKey: `held:${id}:${now.getTime()}`,
          expiresAt: staleAt(now),
        },
        now,
      )
  })
}

const LOOK_BACK_MS = 2 * 86_400_000
const NAMED = 10

const toldShape = z.object({ closings: z.array(z.object({ articleId: z.int(), closedAt: z.int() })) })
const keyOf = (articleId: number, closedAt: number) => `${articleId}:${closedAt}`

/**
 * Tells editors which discussions closed, by whatever closed them. No job waits for an instant that a change of policy
 * would move: what has closed is asked of the rule that readers meet, and what was told stands in the outbox.
 */
export async function tellClosed(now: Date): Promise<void> {
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  const closed = (await listClosedSince(since, now)).filter(({ comments, held }) => comments + held > 0)
  if (closed.length === 0) return
  await transact(async (tx) => {
    const told = await tx
      .select({ payload: mails.payload })
      .from(mails)
      .where(and(eq(mails.kind, 'closed'), gt(mails.createdAt, since)))
    const known = new Set(
      told
        .flatMap(({ payload }) => toldShape.safeParse(payload).data?.closings ?? [])
        .map(({ articleId, closedAt }) => keyOf(articleId, closedAt)),
    )
    const closings = closed
      .map(({ id, closedAt }) => ({ articleId: id, closedAt: closedAt.getTime() }))
      .filter(({ articleId, closedAt }) => !known.has(keyOf(articleId, closedAt)))
    const [first] = closings
    if (!first) return
    const uniqueKey = `closed:${keyOf(first.articleId, first.closedAt)}`
    for (const { id, email } of await listRecipients(tx, 'closed'))
      await put(
        tx,
        {
          kind: 'closed',
          payload: { accountId: id, closings },
          to: email,
          uniqueKey: `${uniqueKey}:${id}`,
          expiresAt: staleAt(now),
        },
        now,
      )
  })
}

/** The closings that a message names, as they went; those that were opened again are left out. */
export async function listTold(
  closings: z.infer<typeof toldShape>['closings'],
  now: Date,
): Promise<ClosedLately[]> {
  const wanted = new Set(closings.map(({ articleId, closedAt }) => keyOf(articleId, closedAt)))
  const since = new Date(Math.min(...closings.map(({ closedAt }) => closedAt)) - 1)
  return (await listClosedSince(since, now))
    .filter(({ id, closedAt }) => wanted.has(keyOf(id, closedAt.getTime())))
    .slice(0, NAMED)
}
