import { and, desc, eq, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import { MAIL_STATES, type MailState } from '@/domain/mail/delivery'
import type { Listing } from '@/domain/paging'
import { decodeCursor, idKey, page } from '@/domain/paging'
import { record } from './audit'
import { db, transact } from './client'
import { countSome } from './counting'
import { askToSend, put } from './outbox'
import { accounts } from './schema/people'
import { mails } from './schema/mail'

/** A message as those see it who look after the site; its text is written anew each time. */
export type MailRow = {
  id: number
  kind: string
  payload: unknown
  recipient: string
  state: MailState
  createdAt: Date
  dueAt: Date
  sentAt: Date | null
  tries: number
  lastError: string
}

const CAPABILITY = 'set-site'
const PAGE = 30

/** The messages in one state, the newest first. */
export async function listMails(
  actor: Actor,
  { state, after, limit = PAGE }: { state: MailState; after?: string | null; limit?: number },
): Promise<Listing<MailRow>> {
  if (!actorMay(actor, CAPABILITY)) return { items: [], next: null }
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select({
      id: mails.id,
      kind: mails.kind,
      payload: mails.payload,
      recipient: mails.recipient,
      state: mails.state,
      createdAt: mails.createdAt,
      dueAt: mails.dueAt,
      sentAt: mails.sentAt,
      tries: mails.tries,
      lastError: mails.lastError,
    })
    .from(mails)
    .where(and(eq(mails.state, state), key === null ? undefined : lt(mails.id, key)))
    .orderBy(desc(mails.id))
    .limit(limit + 1)
  return page(rows, limit, (last) => last.id)
}

/** How many messages stand in each state; from `COUNTED` on, so many or more. */
export async function countMails(actor: Actor): Promise<Record<MailState, number>> {
  const counts = { waiting: 0, sent: 0, failed: 0 }
  if (!actorMay(actor, CAPABILITY)) return counts
  for (const state of MAIL_STATES) counts[state] = await countSome(mails, eq(mails.state, state))
  return counts
}

export type MailAnswer = { kind: 'done' } | { kind: 'refused'; reason: 'forbidden' | 'missing' | 'sending' }

/** Sends a message that was sent, failed or rests; with tries of its own. */
export async function sendAgain(actor: Actor, id: number, now: Date): Promise<MailAnswer> {
  if (!actorMay(actor, CAPABILITY)) return { kind: 'refused', reason: 'forbidden' }
  return transact(async (tx) => {
    const [mail] = await tx
      .select({ kind: mails.kind, leasedUntil: mails.leasedUntil })
      .from(mails)
      .where(eq(mails.id, id))
    if (!mail) return { kind: 'refused', reason: 'missing' }
    // it would be sent twice
    if (mail.leasedUntil && mail.leasedUntil > now) return { kind: 'refused', reason: 'sending' }
    await tx
      .update(mails)
      .set({ state: 'waiting', dueAt: now, leasedUntil: null, tries: 0, sentAt: null, lastError: '' })
      .where(eq(mails.id, id))
    await askToSend(tx, now)
    await record(tx, actor, now, {
      verb: 'mail.send-again',
      subject: `mail:${id}`,
      after: { kind: mail.kind },
    })
    return { kind: 'done' }
  })
}

/** Writes to whoever asks, to see whether mail arrives. */
export async function sendTest(actor: Actor, now: Date): Promise<MailAnswer> {
  if (actor.kind !== 'staff' || !actorMay(actor, CAPABILITY)) return { kind: 'refused', reason: 'forbidden' }
  return transact(async (tx) => {
    const [account] = await tx
      .select({ email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId))
    if (!account) return { kind: 'refused', reason: 'missing' }
    const uniqueKey = `test:${actor.accountId}:${now.getTime()}`
    await put(tx, { kind: 'test', payload: {}, to: account.email, uniqueKey }, now)
    await record(tx, actor, now, { verb: 'mail.test', subject: `account:${actor.accountId}` })
    return { kind: 'done' }
  })
}
