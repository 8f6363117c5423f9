import type { Metadata } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Screen } from '@/components/dashboard/desk/screen'
import { Group } from '@/components/dashboard/settings/group'
import { queuePath } from '@/components/dashboard/moderation/addresses'
import { Meant } from '@/components/dashboard/moderation/meant'
import { OrderList } from '@/components/dashboard/moderation/order-list'
import { OrderMany } from '@/components/dashboard/moderation/order-many'
import { listBatches, listMatching } from '@/db/comment-batches'
import { catchUp } from '@/db/comment-search'
import * as queue from '@/db/queue'
import { getSite } from '@/db/settings'
import { queueQuery } from '@/domain/comments/queue-input'
import { orderMany, undoOrder } from './actions'

export const metadata: Metadata = { title: 'Decide about many comments' }

const NAMED = 5

export default async function ManyPage({ searchParams }: PageProps<'/dashboard/discussion/many'>) {
  const actor = await requireStaff('moderate')
  const query = { ...queueQuery.parse(await searchParams), after: undefined, before: undefined }
  const now = new Date()
  if (query.text !== undefined) await catchUp(now)
  const { timeZone } = await getSite()
  const { ids, isMore } = await listMatching(actor, query, now)
  const { items } = await queue.listQueue(actor, { ...query, limit: NAMED }, now)
  return (
    <Screen
      title="Decide about many"
      note="All comments that a queue means, on its other pages too. What somebody decides meanwhile is left alone."
    >
      <Group
        id="which"
        title="Which comments"
        about={<Link href={queuePath(query)}>Look at them one by one, or choose others</Link>}
      >
        <Meant query={query} {...await queue.getSubjects(actor, query)} />
      </Group>
      <Group id="what" title="What to do" about="Counted now; what is written from now on is not among them.">
        <OrderMany
          query={query}
          at={now}
          count={ids.length}
          isMore={isMore}
          items={items}
          action={orderMany}
        />
      </Group>
      <Group
        id="done"
        title="What was done"
        about="Taking back gives each comment the state it had, unless somebody decided about it since."
      >
        <OrderList
          query={query}
          orders={await listBatches(actor)}
          now={now}
          timeZone={timeZone}
          undo={undoOrder}
        />
      </Group>
    </Screen>
  )
}
