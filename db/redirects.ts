import { eq } from 'drizzle-orm'
import type { Db, Tx } from './client'
import { db } from './client'
import { redirects } from './schema/site'
import { touches, tracks } from './touches'

/** Where a root-relative path leads today; null where it was never moved. Chains are collapsed on writing. */
export async function getRedirect(path: string, from: Db = db()): Promise<string | null> {
  tracks(`path:${path}`)
  const [row] = await from
    .select({ to: redirects.toPath })
    .from(redirects)
    .where(eq(redirects.fromPath, path))
  return row?.to ?? null
}

/** Leads an old path to a new one: what led to the old path is led on, and the new path itself leads nowhere. */
export async function move(tx: Tx, oldPath: string, newPath: string, now: Date): Promise<void> {
  await tx.delete(redirects).where(eq(redirects.fromPath, newPath))
  const led = await tx
    .update(redirects)
    .set({ toPath: newPath })
    .where(eq(redirects.toPath, oldPath))
    .returning({ path: redirects.fromPath })
  await tx
    .insert(redirects)
    .values({ fromPath: oldPath, toPath: newPath, createdAt: now })
    .onConflictDoUpdate({ target: redirects.fromPath, set: { toPath: newPath } })
  await touches(tx, ...[oldPath, newPath, ...led.map(({ path }) => path)].map((path) => `path:${path}`))
}

/** Something new lives at the path: it leads nowhere else any more. */
export async function release(tx: Tx, path: string): Promise<void> {
  const gone = await tx
    .delete(redirects)
    .where(eq(redirects.fromPath, path))
    .returning({ path: redirects.fromPath })
  await touches(tx, ...gone.map((row) => `path:${row.path}`))
}
