'use client'

import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { type Tab, Tabs } from '@/components/dashboard/desk/tabs'
import { ChosenBar } from '@/components/dashboard/queue/chosen-bar'
import { Keys } from '@/components/dashboard/queue/keys'
import styles from '@/components/dashboard/queue/queue.module.css'
import { useChosen } from '@/components/dashboard/queue/use-chosen'
import { useQueueKeys } from '@/components/dashboard/queue/use-queue-keys'
import type { QueueItem } from '@/db/queue'
import { NEWS_COUNTED } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { Item } from './item'
import type { Counts, ModerationActions } from './state'
import { useNews } from './use-news'
import { useQueue } from './use-queue'

type Props = {
  /** The state of all that are listed. */
  state: CommentState
  tabs: (Omit<Tab, 'count'> & { state: CommentState })[]
  counts: Counts
  items: (QueueItem & { written: string })[]
  /** What stands in the place of a list that is empty. */
  empty: ReactNode
  /** When the page was made, in milliseconds. */
  readAt: number
  actions: ModerationActions
  addresses: {
    /** The first page. */
    first: Route
    /** Deciding about all that are meant, on other pages too. */
    many: Route
    /** Answers what happened since this page was made. */
    news: string
  }
}

/** The comments of one state. What was decided stays in its place until the list is opened again. */
export function Queue({ state, tabs, counts, items, empty, readAt, actions, addresses }: Props) {
  const router = useRouter()
  const queue = useQueue(items, counts, actions)
  const ids = items.map(({ id }) => id)
  const { chosen, choose, chooseAll, chooseNone } = useChosen(ids)
  const arrived = useNews(() => {
    const seen = items.map(({ id }) => `${id}:${queue.at(id).state}`)
    return `${addresses.news}&seen=${seen.join(',')}`
  }, queue.tellNews)

  const isFree = (id: number) => queue.at(id).turn === 'asked' && queue.at(id).state === state
  const meant = ids.filter((id) => chosen.has(id) && isFree(id))
  const decideMany = (wanted: CommentState) => {
    chooseNone()
    void queue.decideMany({ ids: meant, from: state, to: wanted, readAt })
  }
  const keys = useQueueKeys({
    thing: 'comment',
    ids,
    search: 'queue-search',
    focusOn: queue.focusOn,
    decide: (id, to) => void queue.decide(id, to),
    choose: (id) => isFree(id) && choose(id, false),
    undoLast: queue.undoLast,
  })
  const { many } = queue
  const { batchId } = many ?? {}
  return (
    <>
      <Tabs label="States" tabs={tabs.map((tab) => ({ ...tab, count: queue.counts[tab.state] }))} />
      <VisuallyHidden role="status">{queue.said}</VisuallyHidden>
      <div className={styles.queue}>
        <div className={styles.all}>
          {items.length > 0 && (
            <>
              <UnstyledButton className={styles.link} onClick={chooseAll}>
                Choose all on this page
              </UnstyledButton>
              <Link href={addresses.many} prefetch={false}>
                Decide about all of them
              </Link>
            </>
          )}
          <Keys {...keys} />
        </div>
        <p className={styles.news} role="status">
          {arrived > 0 && (
            <Link href={addresses.first} onClick={() => router.refresh()} prefetch={false}>
              {arrived < NEWS_COUNTED ? arrived : `${NEWS_COUNTED}+`} new since: show
            </Link>
          )}
        </p>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            standing={queue.at(item.id)}
            isChosen={meant.includes(item.id)}
            choose={(isRange) => choose(item.id, isRange)}
            decide={(wanted) => void queue.decide(item.id, wanted)}
            undo={() => void queue.undo(item.id)}
            give={actions.giveHonour}
          />
        ))}
        {items.length === 0 && empty}
        <ChosenBar
          thing="comment"
          state={state}
          chosen={meant.length}
          decide={decideMany}
          clear={chooseNone}
          done={
            many && {
              sentence: many.sentence,
              undo:
                batchId === undefined || many.ids.length === 0
                  ? undefined
                  : () => void queue.undoMany({ ids: many.ids, batchId }),
            }
          }
        />
      </div>
    </>
  )
}
