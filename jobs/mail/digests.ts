import { transact } from '@/db/client'
import { tellClosed, tellHeld } from '@/db/digests'
import { enqueue } from '@/db/jobs'

const EVERY_MS = 600_000

/** Writes what is due to staff and asks for the next time; one such job waits at most, whoever asks. */
export async function writeDigests(now: Date): Promise<void> {
  await tellHeld(now)
  await tellClosed(now)
  await scheduleDigests(new Date(now.getTime() + EVERY_MS))
}

export const scheduleDigests = (dueAt: Date): Promise<void> =>
  transact((tx) => enqueue(tx, 'write-digests', {}, { dueAt, uniqueKey: 'write-digests' }))
