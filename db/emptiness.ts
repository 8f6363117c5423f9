import type { Db } from './client'
import { db } from './client'
import { articles, topics } from './schema/articles'
import { accounts, people } from './schema/people'
import { sections, settings } from './schema/site'

/** Whether nobody ever wrote anything here. */
export async function isEmpty(from: Db = db()): Promise<boolean> {
  for (const table of [settings, people, accounts, topics, sections, articles])
    if ((await from.$count(table)) > 0) return false
  return true
}
