import { and, asc, eq, gt } from 'drizzle-orm'
import { type Actor, actorMay, type HashEmail } from '@/domain/actor'
import { type AuthorBanInput, type BanInput, type BanKind, endOf, isHashed } from '@/domain/moderation/bans'
import { fold } from '@/domain/moderation/fold'
import { decodeCursor, instantKey, type Listing, page } from '@/domain/paging'
import { maskedEmail } from '@/domain/readers'
import { record } from './audit'
import { db, transact, type Tx } from './client'
import { newerThan } from './keyset'
import { outdate, PARTS } from './rule-versions'
import { comments } from './schema/comments'
import { audit } from './schema/journal'
import { bans } from './schema/rules'

export type BanView = typeof bans.$inferSelect

type Forbidden = { kind: 'refused'; reason: 'forbidden' }
const FORBIDDEN: Forbidden = { kind: 'refused', reason: 'forbidden' }

export type Banned = { kind: 'done'; id: number; endsAt: Date } | Forbidden
/** `unknown`: the comment does not say it, or the hash of its network has been dropped; `staff`: it is by staff. */
export type AuthorBanned =
  Banned | { kind: 'missing' } | { kind: 'refused'; reason: 'unknown' | 'staff' | 'forbidden' }

/** Keeps somebody out: what they write is stored as spam, silently. Banned anew, the new end and reason hold. */
export function ban(actor: Actor, { kind, pattern, days, reason }: BanInput, now: Date): Promise<Banned> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve(FORBIDDEN)
  return transact((tx) => store(tx, actor, { kind, pattern, reason, endsAt: endOf(kind, days, now) }, now))
}

/** Bans whoever wrote a comment, by what the comment says of them. */
export function banAuthor(
  actor: Actor,
  { commentId, by, days, reason }: AuthorBanInput,
  now: Date,
): Promise<AuthorBanned> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve(FORBIDDEN)
  return transact(async (tx) => {
    const [comment] = await tx
      .select({
        name: comments.name,
        email: comments.email,
        address: comments.addressHash,
        personId: comments.personId,
      })
      .from(comments)
      .where(eq(comments.id, commentId))
    if (!comment) return { kind: 'missing' }
    if (comment.personId !== null) return { kind: 'refused', reason: 'staff' }
    // what somebody typed is no pattern, whatever stars are in it
    const known = by === 'address' ? comment.address : fold(comment[by]).replaceAll('*', '')
    if (!known) return { kind: 'refused', reason: 'unknown' }
    return store(tx, actor, { kind: by, pattern: known, reason, endsAt: endOf(by, days, now) }, now)
  })
}

async function store(
  tx: Tx,
  actor: Actor,
  wanted: { kind: BanKind; pattern: string; reason: string; endsAt: Date },
  now: Date,
): Promise<Banned> {
  const { kind, pattern, reason, endsAt } = wanted
  const made = { reason, endsAt, by: actor.kind === 'reader' ? '' : actor.name, createdAt: now }
  const [row] = await tx
    .insert(bans)
    .values({ kind, pattern, ...made })
    .onConflictDoUpdate({ target: [bans.kind, bans.pattern], set: made })
    .returning({ id: bans.id })
  if (!row) throw new Error('The database stored no ban')
  await record(tx, actor, now, {
    verb: 'ban.set',
    subject: `ban:${row.id}`,
    after: { kind, pattern: inJournal(kind, pattern), endsAt },
    reason,
  })
  await outdate(tx, PARTS.rules)
  return { kind: 'done', id: row.id, endsAt }
}

/** A ban of an address that is erased goes on by its keyed hash, and nothing tells any more whose it is. */
export async function hideBan(tx: Tx, email: string, hashEmail: HashEmail): Promise<void> {
  const folded = fold(email)
  const [known] = await tx
    .select({ id: bans.id })
    .from(bans)
    .where(and(eq(bans.kind, 'email'), eq(bans.pattern, folded)))
  if (!known) return
  const hidden = { kind: 'erased' as const, pattern: hashEmail(folded) }
  // of somebody who was banned and erased before, the newer ban holds
  await tx.delete(bans).where(and(eq(bans.kind, hidden.kind), eq(bans.pattern, hidden.pattern)))
  await tx
    .update(bans)
    .set({ ...hidden, reason: '' })
    .where(eq(bans.id, known.id))
  await forget(tx, known.id)
  await outdate(tx, PARTS.rules)
}

/** What staff wrote about somebody, and the rest of their address, go from the journal too. */
async function forget(tx: Tx, banId: number): Promise<void> {
  const { id, before, after, subject } = audit
  const told = await tx
    .select({ id, before, after })
    .from(audit)
    .where(eq(subject, `ban:${banId}`))
  for (const row of told)
    await tx
      .update(audit)
      .set({ reason: '', before: nameless(row.before), after: nameless(row.after) })
      .where(eq(id, row.id))
}

const nameless = (told: unknown) =>
  typeof told === 'object' && told !== null && 'pattern' in told ? { ...told, pattern: '' } : told

/** The journal is kept for good: it names neither a whole mailbox nor a network. */
const inJournal = (kind: BanKind, pattern: string): string =>
  isHashed(kind) ? '' : kind === 'email' ? maskedEmail(pattern) : pattern

/** Ends a ban before its time. */
export function lift(
  actor: Actor,
  id: number,
  now: Date,
): Promise<{ kind: 'done' } | { kind: 'missing' } | Forbidden> {
  if (!actorMay(actor, 'moderate')) return Promise.resolve(FORBIDDEN)
  return transact(async (tx) => {
    const [ban] = await tx.delete(bans).where(eq(bans.id, id)).returning()
    if (!ban) return { kind: 'missing' }
    const { kind, pattern, endsAt } = ban
    await record(tx, actor, now, {
      verb: 'ban.lift',
      subject: `ban:${id}`,
      before: { kind, pattern: inJournal(kind, pattern), endsAt },
      reason: ban.reason,
    })
    await outdate(tx, PARTS.rules)
    return { kind: 'done' }
  })
}

/** The bans that hold, the first to end first. */
export async function listBans(
  actor: Actor,
  { after, limit = 50 }: { after?: string | null; limit?: number },
  now: Date,
): Promise<Listing<BanView>> {
  if (!actorMay(actor, 'moderate')) return { items: [], next: null }
  const key = decodeCursor(after, instantKey)
  const rows = await db()
    .select()
    .from(bans)
    .where(and(gt(bans.endsAt, now), key ? newerThan(bans.endsAt, bans.id, key) : undefined))
    .orderBy(asc(bans.endsAt), asc(bans.id))
    .limit(limit + 1)
  return page(rows, limit, (last) => [last.endsAt.getTime(), last.id])
}
