import type { Actor } from '@/domain/actor'
import type { Tx } from './client'
import { audit } from './schema/journal'

export type AuditEntry = { verb: string; subject: string; before?: unknown; after?: unknown; reason?: string }

/** Whose hand an entry is in: the account as it is, and the name at the time. */
export type Hand = { accountId: number | null; actor: string }

export const handOf = (actor: Actor): Hand => ({
  accountId: actor.kind === 'staff' ? actor.accountId : null,
  actor: actor.kind === 'reader' ? 'reader' : actor.name,
})

/** Leaves the row that says who did what, in the transaction that does it. */
export async function record(tx: Tx, actor: Actor, now: Date, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({
    ...handOf(actor),
    at: now,
    verb: entry.verb,
    subject: entry.subject,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? '',
  })
}
