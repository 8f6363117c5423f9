import type { Db } from './client'
import { db } from './client'
import { accounts, articles, people, sections, settings, topics } from './schema'

/** Whether nobody ever wrote anything here. */
export async function isEmpty(from: Db = db()): Promise<boolean> {
  for (const table of [settings, people, accounts, topics, sections, articles])
    if ((await from.$count(table)) > 0) return false
  return true
}
