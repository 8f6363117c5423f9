import { eq, inArray, sql } from 'drizzle-orm'
import { blockedUntil, countFailure, type CounterKind } from '@/domain/attempts'
import { transact, type Tx } from './client'
import { attempts } from './schema/people'

/** A counter by its keyed hash. */
export type CounterKey = { kind: CounterKind; key: string }

export type Begun = { kind: 'allowed' } | { kind: 'blocked'; until: Date }

/**
 * Asks to try a password. The try counts as failed until `succeed` or `takeBack` says otherwise: many at once
 * would all pass a counter that only moves afterwards.
 */
export async function begin(keys: CounterKey[], now: Date): Promise<Begun> {
  return transact(async (tx) => {
    const rows = await tx
      .select()
      .from(attempts)
      .where(
        inArray(
          attempts.key,
          keys.map(({ key }) => key),
        ),
      )
    const until = blockedUntil(rows, now)
    if (until) return { kind: 'blocked', until }
    for (const { kind, key } of keys) {
      const counter = countFailure(kind, rows.find((row) => row.key === key) ?? null, now)
      await tx
        .insert(attempts)
        .values({ key, ...counter })
        .onConflictDoUpdate({ target: attempts.key, set: counter })
    }
    return { kind: 'allowed' }
  })
}

/** The password was right. The network keeps its earlier failures: one's own account must not buy guesses at others. */
export async function succeed(keys: CounterKey[]): Promise<void> {
  await transact(async (tx) => {
    for (const { kind, key } of keys) {
      if (kind === 'network') await takeOneBack(tx, key)
      else await tx.delete(attempts).where(eq(attempts.key, key))
    }
  })
}

/** The try was never judged. */
export async function takeBack(keys: CounterKey[]): Promise<void> {
  await transact(async (tx) => {
    for (const { key } of keys) await takeOneBack(tx, key)
  })
}

async function takeOneBack(tx: Tx, key: string) {
  await tx
    .update(attempts)
    .set({ failures: sql`${attempts.failures} - 1`, blockedUntil: null })
    .where(eq(attempts.key, key))
}
