import { eq } from 'drizzle-orm'
import { impersonation } from '@/domain/comments/names'
import type { Db } from './client'
import { accounts, people } from './schema/people'
import { getSite } from './settings'

let known: { names: string; isKept: (name: string) => boolean } | null = null

/** Whether a guest of this name could be taken for somebody who works here, or for the house. */
export async function isKeptName(from: Db, name: string): Promise<boolean> {
  const rows = await from
    .select({ name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
  const kept = [...rows.map((row) => row.name), (await getSite(from)).name]
  const names = kept.join('\n')
  if (known?.names !== names) known = { names, isKept: impersonation(kept) }
  return known.isKept(name)
}
