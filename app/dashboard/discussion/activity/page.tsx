import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Part, PartNote } from '@/components/dashboard/desk/part'
import { Screen } from '@/components/dashboard/desk/screen'
import { BusyTable, ClosingTable, HeldTable } from '@/components/dashboard/moderation/activity'
import styles from '@/components/dashboard/moderation/activity.module.css'
import { DaysChart } from '@/components/dashboard/moderation/days-chart'
import * as activity from '@/db/activity'
import { listClosingSoon } from '@/db/closing-soon'
import { getSite } from '@/db/settings'

export const metadata: Metadata = { title: 'Activity' }

const querySchema = z.object({ days: z.enum(['7', '30']).catch('7') })

export default async function ActivityPage({ searchParams }: PageProps<'/dashboard/discussion/activity'>) {
  const actor = await requireStaff('moderate')
  const { days } = querySchema.parse(await searchParams)
  const now = new Date()
  const { timeZone } = await getSite()
  const { discussions, isCut } = await activity.listBusiest(actor, Number(days), now)
  const counted = await activity.countDays(actor, timeZone, now)
  const isCounted = counted.some(
    ({ published, held, spam }) => Math.max(published, held, spam) >= activity.DAY_COUNTED,
  )
  return (
    <Screen title="Activity" note={<Link href="/dashboard/discussion">All comments</Link>}>
      <Part id="days" title="Comments a day">
        <DaysChart days={counted} timeZone={timeZone} />
        {isCounted && <PartNote>On the busiest days, the first 10,000 of each kind are counted.</PartNote>}
      </Part>
      <Part id="busy" title="Discussions by activity">
        <nav className={styles.spans} aria-label="Of how many days">
          {(['7', '30'] as const).map((each) => (
            <Link
              key={each}
              href={`/dashboard/discussion/activity?days=${each}`}
              aria-current={each === days ? 'page' : undefined}
            >
              The last {each} days
            </Link>
          ))}
        </nav>
        <BusyTable discussions={discussions} days={days} />
        {isCut && <PartNote>Of very many comments, the newest 50,000 are counted here.</PartNote>}
      </Part>
      <Part id="closing" title="Closing soon">
        <ClosingTable discussions={await listClosingSoon(actor, now)} timeZone={timeZone} />
      </Part>
      <Part id="held" title="Held longest">
        <HeldTable items={await activity.listHeldLongest(actor, now)} now={now} />
      </Part>
    </Screen>
  )
}
