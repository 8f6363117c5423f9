import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Queue } from '@/components/dashboard/moderation/queue'
import styles from '@/components/dashboard/moderation/queue.module.css'
import { countClosedLately, LATELY_DAYS } from '@/db/closed-lately'
import * as moderation from '@/db/moderation'
import { countQueue } from '@/db/queue-counts'
import { getSite } from '@/db/settings'
import { COMMENT_STATES, type CommentState } from '@/domain/comments/states'
import { formatNearTime } from '@/domain/dates'
import { decide, undo } from './actions'

export const metadata: Metadata = { title: 'Discussion' }

const querySchema = z.object({
  state: z.enum(COMMENT_STATES).catch('held'),
  article: z.coerce.number().int().positive().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
type Query = z.infer<typeof querySchema>

const TABS = [
  ['Held', 'held'],
  ['Published', 'published'],
  ['Spam', 'spam'],
  ['Removed', 'removed'],
] as const satisfies [string, CommentState][]

function addressOf({ state, article, after }: Query): Route {
  const set = Object.entries({
    state: state === 'held' ? undefined : state,
    article: article?.toString(),
    after,
  }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `/dashboard/discussion?${new URLSearchParams(set)}` : '/dashboard/discussion'
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DiscussionPage({ searchParams }: Props) {
  const actor = await requireStaff('moderate')
  const query = querySchema.parse(await searchParams)
  const { state, article: articleId, after } = query
  const now = new Date()
  const { timeZone } = await getSite()
  const { items, next } = await moderation.listQueue(actor, { state, articleId, after })
  const written = (at: Date) => formatNearTime(at, now, timeZone)
  return (
    <Screen
      title="Discussion"
      note={
        <>
          {closedNote(await countClosedLately(now))}{' '}
          <Link href="/dashboard/discussion/closed">Closed lately</Link>
        </>
      }
    >
      {articleId && (
        <p className={styles.filter}>
          Only comments on <b dir="auto">{items[0]?.article.title ?? 'one article'}</b>
          <Link href={addressOf({ state })}>Show all</Link>
        </p>
      )}
      <Queue
        // what was decided stays in its place until the list is asked for again
        key={now.getTime()}
        tabs={TABS.map(([label, each]) => ({
          label,
          state: each,
          href: addressOf({ state: each, article: articleId }),
          current: each === state,
        }))}
        counts={await countQueue(actor, articleId)}
        items={items.map((item) => ({ ...item, written: written(item.createdAt) }))}
        empty={<Nothing title={after ? 'This page is empty now' : EMPTY[state]} />}
        actions={{ decide, undo }}
        articleId={articleId}
      />
      <Pager
        first={after ? addressOf({ state, article: articleId }) : null}
        next={next ? addressOf({ ...query, after: next }) : null}
      />
    </Screen>
  )
}

function closedNote(closed: number): string {
  const what = closed === 1 ? '1 discussion' : `${closed.toLocaleString('en-GB')} discussions`
  return `${closed === 0 ? 'No discussion' : what} closed within ${LATELY_DAYS} days.`
}

const EMPTY: Record<CommentState, string> = {
  held: 'Nothing waits for a decision',
  published: 'No comments are public yet',
  spam: 'No spam',
  removed: 'Nothing was removed',
}
