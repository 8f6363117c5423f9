import { sql } from 'drizzle-orm'
import type { Db, Tx } from './client'
import { rulesVersion } from './schema/rules'

/** What is compiled apart: staff change their lists and bans, and decisions what was learned. */
export const PARTS = { rules: 1, model: 2 } as const
type Part = (typeof PARTS)[keyof typeof PARTS]

/** Says, in the transaction that changes a part, that what others hold of it is old. */
export async function outdate(tx: Tx, part: Part): Promise<void> {
  await tx
    .insert(rulesVersion)
    .values({ id: part, version: 1 })
    .onConflictDoUpdate({
      target: rulesVersion.id,
      set: { version: sql`${rulesVersion.version} + 1` },
    })
}

/** The versions of all parts; 0 for what nobody ever changed. */
export async function getVersions(from: Db): Promise<(part: Part) => number> {
  const rows = await from.select().from(rulesVersion)
  return (part) => rows.find(({ id }) => id === part)?.version ?? 0
}
