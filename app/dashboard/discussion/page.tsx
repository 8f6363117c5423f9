import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { manyPath, newsPath, queuePath } from '@/components/dashboard/moderation/addresses'
import { Filter } from '@/components/dashboard/moderation/filter'
import { Queue } from '@/components/dashboard/moderation/queue'
import { countClosedLately, LATELY_DAYS } from '@/db/closed-lately'
import { catchUp } from '@/db/comment-search'
import { listNamed } from '@/db/named-articles'
import * as queue from '@/db/queue'
import { countQueue } from '@/db/queue-counts'
import { getSite } from '@/db/settings'
import { isNarrowed } from '@/domain/comments/queue'
import { type QueueQuery, queueQuery } from '@/domain/comments/queue-input'
import type { CommentState } from '@/domain/comments/states'
import { countInWords } from '@/domain/counting'
import { formatNearTime } from '@/domain/dates'
import { decide, decideMany, undo, undoMany } from './actions'
import { giveHonour } from './honours'

export const metadata: Metadata = { title: 'Discussion' }

const TABS = [
  ['Held', 'held'],
  ['Published', 'published'],
  ['Spam', 'spam'],
  ['Removed', 'removed'],
] as const satisfies [string, CommentState][]

export default async function DiscussionPage({ searchParams }: PageProps<'/dashboard/discussion'>) {
  const actor = await requireStaff('moderate')
  const query = queueQuery.parse(await searchParams)
  const now = new Date()
  const { on, ...asked } = query
  const named = on === undefined ? null : await listNamed(actor, on)
  const [only, ...others] = named ?? []
  if (only && others.length === 0) redirect(queuePath({ ...asked, article: only.id }))
  const { timeZone } = await getSite()
  const { isBehind } = query.text === undefined ? { isBehind: false } : await catchUp(now)
  const { items, next, previous, isCut } = await queue.listQueue(actor, query, now)
  const isLater = query.after !== undefined || query.before !== undefined
  const begin = { ...asked, after: undefined, before: undefined }
  return (
    <Screen
      title="Discussion"
      note={
        <>
          {closedNote(await countClosedLately(now))}{' '}
          <Link href="/dashboard/discussion/closed">Closed lately</Link>{' '}
          <Link href="/dashboard/discussion/activity">Activity</Link>{' '}
          <Link href="/dashboard/discussion/rules">Rules</Link>{' '}
          <Link href="/dashboard/discussion/your-mail">Your mail</Link>
        </>
      }
    >
      <Filter query={query} named={named} {...await queue.getSubjects(actor, query)} />
      {isBehind && (
        <p role="status">
          The search has not read all comments yet: it is doing so now, and finds more in a minute.
        </p>
      )}
      <Queue
        // what was decided stays in its place until the list is asked for again
        key={now.getTime()}
        tabs={TABS.map(([label, state]) => ({
          label,
          state,
          href: queuePath({ ...begin, state }),
          current: state === query.state,
        }))}
        counts={await countQueue(actor, query, now)}
        items={items.map((item) => ({ ...item, written: formatNearTime(item.createdAt, now, timeZone) }))}
        empty={<Nothing title={emptyTitle(query, isLater, isCut)} />}
        state={query.state}
        readAt={now.getTime()}
        actions={{ decide, undo, decideMany, undoMany, giveHonour }}
        addresses={{ first: queuePath(begin), many: manyPath(begin), news: newsPath(begin, now) }}
      />
      {isCut && (
        <p>Of the comments that may be meant, 5,000 were looked at here. The next page looks further.</p>
      )}
      <Pager
        first={isLater ? queuePath(begin) : null}
        previous={previous ? queuePath({ ...begin, before: previous }) : null}
        next={next ? queuePath({ ...begin, after: next }) : null}
      />
    </Screen>
  )
}

function closedNote(closed: number): string {
  const what = closed === 1 ? '1 discussion' : `${countInWords(closed)} discussions`
  return `${closed === 0 ? 'No discussion' : what} closed within ${LATELY_DAYS} days.`
}

const EMPTY: Record<CommentState, string> = {
  held: 'Nothing waits for a decision',
  published: 'No comments are public yet',
  spam: 'No spam',
  removed: 'Nothing was removed',
}

function emptyTitle(query: QueueQuery, isLater: boolean, isCut: boolean): string {
  if (isCut) return 'Nothing among the first 5,000'
  if (isLater) return 'This page is empty now'
  return isNarrowed(query) ? 'Nothing here meets these conditions' : EMPTY[query.state]
}
