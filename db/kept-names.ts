import { eq } from 'drizzle-orm'
import { impersonation } from '@/domain/comments/names'
import { whileUntouched } from './remembered'
import { accounts, people } from './schema/people'
import { getSite } from './settings'

const listStaff = whileUntouched('people', async (from) => {
  const rows = await from
    .select({ name: people.name })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
  return rows.map(({ name }) => name)
})

let known: { names: string; isKept: (name: string) => boolean } | null = null

/** Whether a guest of this name could be taken for somebody who works here, or for the house. */
export async function isKeptName(name: string): Promise<boolean> {
  const kept = [...(await listStaff()), (await getSite()).name]
  const names = kept.join('\n')
  if (known?.names !== names) known = { names, isKept: impersonation(kept) }
  return known.isKept(name)
}
