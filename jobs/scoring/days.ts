import { transact } from '@/db/client'
import { enqueue } from '@/db/jobs'
import { noteDay } from '@/db/score-days'
import { getSite } from '@/db/settings'
import { wallTimeOf } from '@/domain/wall-time'

const EVERY_MS = 3_600_000

/** Notes the averages of the day, as they are at its end or were last, and asks for the next time. */
export async function noteScores(now: Date): Promise<void> {
  const { timeZone } = await getSite()
  const { year, month, day } = wallTimeOf(now, timeZone)
  const two = (part: number) => String(part).padStart(2, '0')
  await noteDay(`${year}-${two(month)}-${two(day)}`, now)
  await scheduleNoting(new Date(now.getTime() + EVERY_MS))
}

export const scheduleNoting = (dueAt: Date): Promise<void> =>
  transact((tx) => enqueue(tx, 'note-scores', {}, { dueAt, uniqueKey: 'note-scores' }))
