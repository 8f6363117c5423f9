import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { WaiverList } from '@/components/dashboard/waivers/list'
import { getGate, getSite } from '@/db/settings'
import { listAllWaivers } from '@/db/waivers'
import { mayWaive } from '@/domain/score/waivers'

export const metadata: Metadata = { title: 'Waivers' }

const PATH: Route = '/dashboard/articles/waivers'

/** Every problem that anybody let be, for whoever answers for what is published. */
export default async function WaiversPage({ searchParams }: PageProps<'/dashboard/articles/waivers'>) {
  const actor = await requireStaff('set-policy')
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : null
  const { items, next } = await listAllWaivers(cursor)
  const { timeZone } = await getSite()
  const { waivers: roles } = await getGate()
  const mayEnd = mayWaive(actor, roles, { own: false, everPublished: true })
  return (
    <Screen title="Waivers" note={<Link href="/dashboard/articles">All articles</Link>}>
      {items.length === 0 ? (
        <Nothing title="Nothing was waived">
          <p>What the score finds and somebody lets stay stands here, with the reason.</p>
        </Nothing>
      ) : (
        <WaiverList waivers={items} mayEnd={mayEnd} clock={{ now: new Date(), timeZone }} />
      )}
      <Pager
        first={cursor ? PATH : null}
        next={next ? `${PATH}?${new URLSearchParams({ after: next }).toString()}` : null}
      />
    </Screen>
  )
}
