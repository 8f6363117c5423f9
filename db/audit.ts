import type { Actor } from '@/domain/actor'
import type { Tx } from './client'
import { audit } from './schema/journal'

export type AuditEntry = { verb: string; subject: string; before?: unknown; after?: unknown; reason?: string }

/** Leaves the row that says who did what, in the transaction that does it. */
export async function record(tx: Tx, actor: Actor, now: Date, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({
    at: now,
    accountId: actor.kind === 'staff' ? actor.accountId : null,
    actor: actor.kind === 'reader' ? 'reader' : actor.name,
    verb: entry.verb,
    subject: entry.subject,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? '',
  })
}
