import { erase, exportOf, summarise } from '@/db/personal-data'
import { systemActor } from '@/domain/actor'
import { normaliseEmail } from '@/domain/sign-in'
import { hashEmail } from '@/secret'
import { withExistingDatabase } from '../database'
import { Refused } from '../refused'
import { print } from '../terminal'

type Options = { json?: boolean }

export const printData = (email: string) => withExistingDatabase(() => printAll(normaliseEmail(email)))

export const eraseData = (email: string, options: Options) =>
  withExistingDatabase(() => eraseAll(normaliseEmail(email), options))

async function printAll(email: string): Promise<void> {
  process.stdout.write(`${JSON.stringify(await exportOf(email), null, 2)}\n`)
}

async function eraseAll(email: string, options: Options): Promise<void> {
  const { comments, confirmedAt } = await summarise(email)
  if (comments === 0 && !confirmedAt) throw new Refused('Nothing is kept of this address')
  const erased = await erase(systemActor('command line'), { email, hashEmail }, new Date())
  print({ erased }, [`Erased: ${erased === 1 ? '1 comment' : `${erased} comments`}.`], options)
}
