import { and, asc, eq, inArray, isNull, lt, lte, notInArray, or } from 'drizzle-orm'
import type { StoredDocument } from '@/domain/document/stored'
import { linksIn } from '@/domain/document/text'
import { BELIEVED_MS, judge, KEPT_MS, type KnownLink, type Look, lookAgainMs } from '@/domain/link-states'
import { targetsAmong } from '@/domain/mentions/sending'
import type { Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { links } from './schema/articles'
import { outsideLinks } from './schema/outside-links'
import { doubt } from './score-work'

// far below the bound on variables in one statement
const BATCH = 500
const DAY_MS = 86_400_000

/** One such job waits at most, whoever asks. */
export const askToCheck = (tx: Tx, dueAt: Date): Promise<void> =>
  enqueue(tx, 'check-links', {}, { dueAt, uniqueKey: 'check-links' })

/** Has somebody look at the addresses elsewhere that a document links to, where nobody did lately. */
export async function wantChecked(tx: Tx, document: StoredDocument, now: Date): Promise<void> {
  const targets = targetsAmong(linksIn(document).map(({ href }) => href))
  if (targets.length === 0) return
  const rows = await tx
    .select({ href: outsideLinks.href, wantedAt: outsideLinks.wantedAt })
    .from(outsideLinks)
    .where(
      inArray(
        outsideLinks.href,
        targets.map(({ target }) => target),
      ),
    )
  const known = new Map(rows.map(({ href, wantedAt }) => [href, wantedAt]))
  const fresh = targets.filter(({ target }) => !known.has(target))
  if (fresh.length > 0) {
    await tx
      .insert(outsideLinks)
      .values(fresh.map(({ target, host }) => ({ href: target, host, dueAt: now, wantedAt: now })))
    await askToCheck(tx, now)
  }
  const old = [...known].flatMap(([href, at]) => (at.getTime() < now.getTime() - DAY_MS ? [href] : []))
  if (old.length > 0)
    await tx.update(outsideLinks).set({ wantedAt: now }).where(inArray(outsideLinks.href, old))
}

/** What is known of addresses elsewhere; `unknown` where nobody looked yet. */
export async function linkStates(hrefs: string[]): Promise<Map<string, KnownLink>> {
  const states = new Map<string, KnownLink>(hrefs.map((href) => [href, { state: 'unknown' }]))
  const wanted = [...states.keys()]
  for (let i = 0; i < wanted.length; i += BATCH) {
    const rows = await db()
      .select({ href: outsideLinks.href, state: outsideLinks.state, movedTo: outsideLinks.movedTo })
      .from(outsideLinks)
      .where(inArray(outsideLinks.href, wanted.slice(i, i + BATCH)))
    for (const { href, state, movedTo } of rows)
      states.set(href, movedTo === '' ? { state } : { state, to: movedTo })
  }
  return states
}

/** An address in the hands of one worker until `leasedUntil`. */
export type LeasedLink = { id: number; href: string; host: string; looks: number; leasedUntil: Date }

const LOOKED_AT = 50

/** Takes addresses that are due, one of a host, and forgets those that no article has any more. */
export function lease(
  now: Date,
  { leaseMs, limit, busy }: { leaseMs: number; limit: number; busy: string[] },
): Promise<LeasedLink[]> {
  const leasedUntil = new Date(now.getTime() + leaseMs)
  return transact(async (tx) => {
    await forgetUnused(tx, now)
    const due = await tx
      .select({
        id: outsideLinks.id,
        href: outsideLinks.href,
        host: outsideLinks.host,
        looks: outsideLinks.looks,
      })
      .from(outsideLinks)
      .where(and(isDue(now), busy.length > 0 ? notInArray(outsideLinks.host, busy) : undefined))
      .orderBy(asc(outsideLinks.dueAt), asc(outsideLinks.id))
      .limit(LOOKED_AT)
    const leased = new Map<string, LeasedLink>()
    for (const row of due) {
      if (leased.size >= limit) break
      if (leased.has(row.host)) continue
      await tx
        .update(outsideLinks)
        .set({ leasedUntil, looks: row.looks + 1 })
        .where(eq(outsideLinks.id, row.id))
      leased.set(row.host, { ...row, looks: row.looks + 1, leasedUntil })
    }
    return [...leased.values()]
  })
}

const isDue = (now: Date) =>
  and(lte(outsideLinks.dueAt, now), or(isNull(outsideLinks.leasedUntil), lte(outsideLinks.leasedUntil, now)))

/** Forgets what no article has any more; also where nobody looks at links, as on a staging copy. */
export async function pruneLinks(now: Date): Promise<void> {
  while (await transact((tx) => forgetUnused(tx, now)));
}

/** Whether there may be more. */
async function forgetUnused(tx: Tx, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: outsideLinks.id })
    .from(outsideLinks)
    .leftJoin(links, eq(links.href, outsideLinks.href))
    .where(and(isDue(now), lt(outsideLinks.wantedAt, new Date(now.getTime() - KEPT_MS)), isNull(links.id)))
    .orderBy(asc(outsideLinks.dueAt), asc(outsideLinks.id))
    .limit(LOOKED_AT)
  if (rows.length > 0)
    await tx.delete(outsideLinks).where(
      inArray(
        outsideLinks.id,
        rows.map(({ id }) => id),
      ),
    )
  return rows.length === LOOKED_AT
}

/** Notes what a look came to, and when the next one is due. */
export async function settle(
  { id, href, looks, leasedUntil }: LeasedLink,
  look: Look,
  now: Date,
): Promise<void> {
  const known = judge(href, look, looks)
  await transact(async (tx) => {
    const [before] = await tx
      .select({ state: outsideLinks.state, movedTo: outsideLinks.movedTo })
      .from(outsideLinks)
      .where(eq(outsideLinks.id, id))
    if (known && before && (before.state !== known.state || before.movedTo !== (known.to ?? '')))
      await doubt(tx, await listLinking(tx, href), now, { isPublic: true })
    await tx
      .update(outsideLinks)
      .set({
        leasedUntil: null,
        dueAt: new Date(now.getTime() + (known ? BELIEVED_MS : lookAgainMs(looks))),
        ...(known && { state: known.state, movedTo: known.to ?? '', checkedAt: now, looks: 0 }),
      })
      .where(and(eq(outsideLinks.id, id), eq(outsideLinks.leasedUntil, leasedUntil)))
  })
}

/** The articles whose readers have a link. */
async function listLinking(tx: Tx, href: string): Promise<number[]> {
  const rows = await tx.selectDistinct({ id: links.articleId }).from(links).where(eq(links.href, href))
  return rows.map(({ id }) => id)
}

/** When the next address is to be looked at; null where none is. */
export async function nextDue(): Promise<Date | null> {
  const [first] = await db()
    .select({ dueAt: outsideLinks.dueAt, leasedUntil: outsideLinks.leasedUntil })
    .from(outsideLinks)
    .orderBy(asc(outsideLinks.dueAt), asc(outsideLinks.id))
    .limit(1)
  return first ? new Date(Math.max(first.dueAt.getTime(), first.leasedUntil?.getTime() ?? 0)) : null
}
