import type { Elsewhere } from '@/components/dashboard/moderation/state'
import type { Changed } from '@/db/moderation'
import { getSite } from '@/db/settings'
import { formatNearTime } from '@/domain/dates'

/** What others made of comments, with the time in words. */
export async function elsewhere(changed: ({ id: number } & Changed)[], now: Date): Promise<Elsewhere[]> {
  const { timeZone } = await getSite()
  return changed.map(({ at, ...rest }) => ({
    ...rest,
    when: at && formatNearTime(at, now, timeZone),
  }))
}
