import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Tabs } from '@/components/dashboard/desk/tabs'
import { MentionFilter } from '@/components/dashboard/mentions/filter'
import { ReceivedList } from '@/components/dashboard/mentions/received-list'
import { countQueue, getArticleTitle, listQueue } from '@/db/mention-queue'
import { getSite } from '@/db/settings'
import { formatNearTime } from '@/domain/dates'
import { MENTION_STATE_NAMES, mentionsDeskPath } from '@/domain/mentions/desk'
import { mentionQuery } from '@/domain/mentions/desk-input'
import type { MentionState } from '@/domain/mentions/states'
import { banHost, decide, lookAgain } from './actions'

export const metadata: Metadata = { title: 'Mentions' }

const TABS: MentionState[] = ['held', 'published', 'spam', 'removed', 'waiting', 'gone']

const EMPTY: Record<MentionState, string> = {
  waiting: 'No page waits to be read',
  held: 'Nothing waits for a decision',
  published: 'No mentions from elsewhere are public yet',
  spam: 'No spam',
  removed: 'Nothing was removed',
  gone: 'No link was missing or taken away',
}

export default async function MentionsPage({ searchParams }: PageProps<'/dashboard/discussion/mentions'>) {
  const actor = await requireStaff('moderate')
  const query = mentionQuery.parse(await searchParams)
  const now = new Date()
  const { timeZone } = await getSite()
  const { items, next } = await listQueue(actor, query)
  const counts = await countQueue(actor, query)
  const begin = { ...query, after: undefined }
  const pathOf = (changes: Partial<typeof query>) => mentionsDeskPath({ ...begin, ...changes }) as Route
  const at = (instant: Date) => formatNearTime(instant, now, timeZone)
  const isNarrowed = query.host !== undefined || query.article !== undefined
  return (
    <Screen
      title="Mentions"
      note={
        <>
          Pages of other sites that link to articles here. Links between our own articles show by themselves.{' '}
          <Link href="/dashboard/discussion/mentions/sources">Who links to us</Link>{' '}
          <Link href="/dashboard/discussion/mentions/sent">Mentions sent</Link>
        </>
      }
    >
      <MentionFilter
        query={query}
        article={query.article === undefined ? null : await getArticleTitle(actor, query.article)}
      />
      <Tabs
        label="Mentions by state"
        tabs={TABS.map((state) => ({
          label: MENTION_STATE_NAMES[state],
          href: pathOf({ state }),
          count: counts[state],
          current: state === query.state,
        }))}
      />
      {items.length === 0 ? (
        <Nothing
          title={
            query.after
              ? 'This page is empty now'
              : isNarrowed
                ? 'Nothing here meets these conditions'
                : EMPTY[query.state]
          }
        />
      ) : (
        <ReceivedList
          // what was decided stays in its place until the list is asked for again
          key={now.getTime()}
          state={query.state}
          items={items.map((item) => ({
            ...item,
            received: at(item.receivedAt),
            read: item.verifiedAt && at(item.verifiedAt),
          }))}
          actions={{ decide, lookAgain, banHost }}
        />
      )}
      <Pager first={query.after ? pathOf({}) : null} next={next ? pathOf({ after: next }) : null} />
    </Screen>
  )
}
