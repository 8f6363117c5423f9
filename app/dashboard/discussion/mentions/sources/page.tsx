import { NativeSelect } from '@mantine/core'
import type { Metadata, Route } from 'next'
import Form from 'next/form'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { FeedAddress } from '@/components/dashboard/mentions/feed-address'
import { Sources } from '@/components/dashboard/mentions/sources'
import filter from '@/components/dashboard/queue/filter.module.css'
import { SearchRow } from '@/components/dashboard/queue/search-row'
import { hasKey } from '@/db/mention-feeds'
import { listSources } from '@/db/mention-sources'
import { getSite } from '@/db/settings'
import { formatDate } from '@/domain/dates'
import { makeFeed } from './actions'

export const metadata: Metadata = { title: 'Who links to us' }

const PATH = '/dashboard/discussion/mentions/sources'

const querySchema = z.object({
  state: z.enum(['published', 'held']).catch('published'),
  host: z.string().trim().toLowerCase().max(253).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
type Query = z.infer<typeof querySchema>

function pathOf({ state, host, after }: Query): Route {
  const query = new URLSearchParams({ state, ...(host && { host }), ...(after && { after }) })
  return `${PATH}?${query}` as Route
}

export default async function SourcesPage({
  searchParams,
}: PageProps<'/dashboard/discussion/mentions/sources'>) {
  const actor = await requireStaff('moderate')
  const query = querySchema.parse(await searchParams)
  const { timeZone } = await getSite()
  const { items, next } = await listSources(actor, query)
  return (
    <Screen title="Who links to us" note="Each site whose pages were seen to link to an article here.">
      <FeedAddress make={makeFeed} hasOne={await hasKey(actor)} />
      <Form action={PATH} role="search" key={JSON.stringify(query)} className={filter.filter}>
        <SearchRow
          button="Show"
          name="host"
          aria-label="Site"
          placeholder="The beginning of its name"
          maxLength={253}
          defaultValue={query.host}
        >
          <NativeSelect
            name="state"
            aria-label="Which"
            defaultValue={query.state}
            data={[
              { value: 'published', label: 'Shown to readers' },
              { value: 'held', label: 'Held' },
            ]}
          />
        </SearchRow>
      </Form>
      {items.length === 0 ? (
        <Nothing title="No site is known to link here" />
      ) : (
        <Sources
          state={query.state}
          sources={items.map(({ host, count, firstAt, lastAt }) => ({
            host,
            count,
            first: formatDate(firstAt, timeZone),
            last: formatDate(lastAt, timeZone),
          }))}
        />
      )}
      <Pager
        first={query.after ? pathOf({ ...query, after: undefined }) : null}
        next={next ? pathOf({ ...query, after: next }) : null}
      />
    </Screen>
  )
}
