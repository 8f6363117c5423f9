import { transact } from '@/db/client'
import { enqueue } from '@/db/jobs'
import { pruneNotices } from '@/db/notices'
import { pruneMails } from '@/db/outbox'
import * as pruning from '@/db/prune'

const EVERY_MS = 3_600_000

/** Prunes and asks for the next time; one such job waits at most, whoever asks. */
export async function prune(now: Date): Promise<void> {
  await pruning.prune(now)
  await pruneMails(now)
  await pruneNotices(now)
  await schedulePruning(new Date(now.getTime() + EVERY_MS))
}

export const schedulePruning = (dueAt: Date): Promise<void> =>
  transact((tx) => enqueue(tx, 'prune', {}, { dueAt, uniqueKey: 'prune' }))
