import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { WaiverList } from '@/components/dashboard/waivers/list'
import { getSite } from '@/db/settings'
import { listAllWaivers } from '@/db/waivers'

export const metadata: Metadata = { title: 'Waivers' }

const PATH: Route = '/dashboard/articles/waivers'

/** Every problem that anybody let be, for whoever answers for what is published. */
export default async function WaiversPage({ searchParams }: PageProps<'/dashboard/articles/waivers'>) {
  await requireStaff('set-policy')
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : null
  const { items, next } = await listAllWaivers(cursor)
  const { timeZone } = await getSite()
  return (
    <Screen title="Waivers" note={<Link href="/dashboard/articles">All articles</Link>}>
      {items.length === 0 ? (
        <Nothing title="Nothing was waived">
          <p>What the score finds and somebody lets stay stands here, with the reason.</p>
        </Nothing>
      ) : (
        <WaiverList waivers={items} clock={{ now: new Date(), timeZone }} />
      )}
      <Pager
        first={cursor ? PATH : null}
        next={next ? `${PATH}?${new URLSearchParams({ after: next }).toString()}` : null}
      />
    </Screen>
  )
}
