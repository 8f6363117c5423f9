import { and, eq } from 'drizzle-orm'
import type { StaffActor } from '@/domain/actor'
import { type Digest, digestsFor, type MailList } from '@/domain/mail/lists'
import { db, transact } from './client'
import { declinedMails, subscriptions } from './schema/readers'

/** Whether what the list names is still sent. */
export async function isWanted(list: MailList): Promise<boolean> {
  if (list.kind === 'replies')
    return (await db().$count(subscriptions, eq(subscriptions.readerId, list.id))) > 0
  return (await db().$count(declinedMails, isOf(list))) === 0
}

/** Ends mail of this list; asked twice, done once. */
export async function end(list: MailList): Promise<void> {
  await transact(async (tx) => {
    if (list.kind === 'replies') await tx.delete(subscriptions).where(eq(subscriptions.readerId, list.id))
    else await tx.insert(declinedMails).values({ accountId: list.id, kind: list.kind }).onConflictDoNothing()
  })
}

/** Staff may have their digests back; what a reader followed is gone. */
export async function begin(list: MailList): Promise<void> {
  if (list.kind === 'replies') return
  await transact(async (tx) => {
    await tx.delete(declinedMails).where(isOf(list))
  })
}

/** Which digests concern a member of staff, and whether each is sent to them. */
export async function listDigests({ accountId: id, role }: StaffActor) {
  return Promise.all(digestsFor(role).map(async (kind) => ({ kind, wanted: await isWanted({ kind, id }) })))
}

/** Sends a member of staff these digests, and none of the others that concern them. */
export async function wantDigests({ accountId: id, role }: StaffActor, wanted: Digest[]): Promise<void> {
  for (const kind of digestsFor(role)) await (wanted.includes(kind) ? begin : end)({ kind, id })
}

const isOf = ({ kind, id }: MailList) => and(eq(declinedMails.accountId, id), eq(declinedMails.kind, kind))
