import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '@/config'
import { close, open } from '@/db/client'
import { migrate } from '@/db/migrate'
import { Refused } from './refused'

/**
 * Opens the site's database for one command, beside a server that may be running, and closes it afterwards.
 * A site that is not there yet is made first, as the server would make it.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { dataDir, starter } = config()
  const file = join(dataDir, 'masthead.sqlite')
  const isNew = !existsSync(file)
  migrate(file, join(process.cwd(), 'db/migrations'))
  open(file)
  try {
    if (isNew && starter === 'agency') {
      // drawing is loaded where there is something to draw
      const { load } = await import('@/db/starter/load')
      await load(join(process.cwd(), 'db/starter/articles'), new Date())
    }
    return await work()
  } finally {
    await close()
  }
}

/** The same where making a site would be a mistake: what is asked about must be there. */
export function withExistingDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { dataDir } = config()
  if (!existsSync(join(dataDir, 'masthead.sqlite')))
    throw new Refused(
      `There is no site in ${dataDir}: start the server once, or name another folder with DATA_DIR`,
    )
  return withDatabase(work)
}
