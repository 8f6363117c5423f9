import { and, asc, eq, lt, lte } from 'drizzle-orm'
import { MAIL_KEPT_MS, MOST_TRIES, restMs } from '@/domain/mail/delivery'
import type { MailKind, MailPayload } from '@/domain/mail/kinds'
import type { Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { mails } from './schema/mail'

/** A message in the hands of one worker until `leasedUntil`; the payload is yet to be parsed by its kind. */
export type LeasedMail = {
  id: number
  kind: string
  payload: unknown
  recipient: string
  createdAt: Date
  tries: number
  leasedUntil: Date
}

type Wanted<K extends MailKind> = {
  kind: K
  payload: MailPayload<K>
  to: string
  /** What causes it: where a message of this key was ever written, nothing is. */
  uniqueKey: string
  expiresAt?: Date
}

/** Leaves a message for the worker, in the transaction of what causes it. */
export async function put<K extends MailKind>(
  tx: Tx,
  { kind, payload, to, uniqueKey, expiresAt }: Wanted<K>,
  now: Date,
): Promise<void> {
  await tx
    .insert(mails)
    .values({
      uniqueKey,
      kind,
      payload,
      recipient: to,
      state: 'waiting',
      createdAt: now,
      dueAt: now,
      expiresAt: expiresAt ?? null,
    })
    .onConflictDoNothing({ target: mails.uniqueKey })
  await askToSend(tx, now)
}

/** One such job waits at most, whoever asks. */
export const askToSend = (tx: Tx, dueAt: Date): Promise<void> =>
  enqueue(tx, 'send-mail', {}, { dueAt, uniqueKey: 'send-mail' })

/** Takes due messages, the longest waiting first; nobody else gets them before `leaseMs` are over. A lease is a try. */
export function lease(now: Date, leaseMs: number, limit: number): Promise<LeasedMail[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs)
  return transact(async (tx) => {
    const due = await tx
      .select()
      .from(mails)
      .where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, now)))
      .orderBy(asc(mails.dueAt), asc(mails.id))
      .limit(limit)
    const leased: LeasedMail[] = []
    for (const { id, kind, payload, recipient, createdAt, expiresAt, tries } of due) {
      const ended =
        expiresAt && expiresAt <= now
          ? 'It waited until it was out of date.'
          : tries >= MOST_TRIES
            ? 'Each try was cut short.'
            : null
      if (ended) {
        await tx
          .update(mails)
          .set({ state: 'failed', leasedUntil: null, lastError: ended })
          .where(eq(mails.id, id))
        continue
      }
      await tx
        .update(mails)
        // one that is cut short is due again when its lease runs out
        .set({ leasedUntil, dueAt: leasedUntil, tries: tries + 1 })
        .where(eq(mails.id, id))
      leased.push({ id, kind, payload, recipient, createdAt, tries: tries + 1, leasedUntil })
    }
    return leased
  })
}

// a worker that outlived its lease must not speak for the one that has the message now
const isHeld = (mail: LeasedMail) => and(eq(mails.id, mail.id), eq(mails.leasedUntil, mail.leasedUntil))

export async function sent(mail: LeasedMail, now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx
      .update(mails)
      .set({ state: 'sent', sentAt: now, leasedUntil: null, lastError: '' })
      .where(isHeld(mail))
  })
}

/** There is nothing more to say. */
export async function drop(mail: LeasedMail): Promise<void> {
  await transact(async (tx) => {
    await tx.delete(mails).where(isHeld(mail))
  })
}

const ERROR_MAX = 300

/** It could not be sent: it rests, longer each time, and is given up at last or where nothing would change. */
export async function failed(
  mail: LeasedMail,
  { error, forGood, chance }: { error: string; forGood: boolean; chance: number },
  now: Date,
): Promise<void> {
  const isLast = forGood || mail.tries >= MOST_TRIES
  await transact(async (tx) => {
    await tx
      .update(mails)
      .set({
        state: isLast ? 'failed' : 'waiting',
        dueAt: new Date(now.getTime() + restMs(mail.tries, chance)),
        leasedUntil: null,
        lastError: error.slice(0, ERROR_MAX),
      })
      .where(isHeld(mail))
  })
}

/** When the next message wants to be sent; null where none waits. */
export async function nextDue(): Promise<Date | null> {
  const [first] = await db()
    .select({ dueAt: mails.dueAt })
    .from(mails)
    .where(eq(mails.state, 'waiting'))
    .orderBy(asc(mails.dueAt))
    .limit(1)
  return first?.dueAt ?? null
}

const A_STEP = 1_000

/** Removes what is old, whatever became of it, in short transactions. */
export async function pruneMails(now: Date): Promise<void> {
  const old = lt(mails.createdAt, new Date(now.getTime() - MAIL_KEPT_MS))
  for (;;) {
    const [last] = await db()
      .select({ createdAt: mails.createdAt })
      .from(mails)
      .where(old)
      .orderBy(asc(mails.createdAt))
      .limit(1)
      .offset(A_STEP - 1)
    await transact((tx) => tx.delete(mails).where(last ? lte(mails.createdAt, last.createdAt) : old))
    if (!last) return
  }
}
