'use client'

import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { type Tab, Tabs } from '@/components/dashboard/desk/tabs'
import type { QueueItem } from '@/db/queue'
import { NEWS_COUNTED } from '@/domain/comments/queue'
import type { CommentState } from '@/domain/comments/states'
import { BulkBar } from './bulk-bar'
import { Item } from './item'
import { Keys } from './keys'
import styles from './queue.module.css'
import type { Counts, ModerationActions } from './state'
import { useChosen } from './use-chosen'
import { useNews } from './use-news'
import { useQueue } from './use-queue'
import { useShortcuts } from './use-shortcuts'
import { DECISIONS } from './words'

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
  const { chosen, choose, chooseAll, chooseNone } = useChosen(items.map(({ id }) => id))
  const [isHelping, setIsHelping] = useState(false)
  const [hasKeys, setHasKeys] = useLocalStorage({ key: 'masthead.queue-keys', defaultValue: true })
  const arrived = useNews(() => {
    const seen = items.map(({ id }) => `${id}:${queue.at(id).state}`)
    return `${addresses.news}&seen=${seen.join(',')}`
  }, queue.tellNews)

  const isFree = (id: number) => queue.at(id).turn === 'asked' && queue.at(id).state === state
  const meant = items.map(({ id }) => id).filter((id) => chosen.has(id) && isFree(id))
  const decideMany = (wanted: CommentState) => {
    chooseNone()
    void queue.decideMany({ ids: meant, from: state, to: wanted, readAt })
  }
  const focused = () => {
    const id = document.activeElement?.closest('article')?.id
    return items.findIndex((item) => `comment-${item.id}` === id)
  }
  const walk = (step: 1 | -1) => {
    const next = items[Math.min(Math.max(focused() + step, 0), items.length - 1)]
    if (next) queue.focusOn(next.id)
  }
  const onFocused = (act: (id: number) => void) => () => {
    const item = items[focused()]
    if (item) act(item.id)
  }
  const decisions = DECISIONS.map(([label, wanted]): [string, () => void] => [
    label.charAt(0).toLowerCase(),
    onFocused((id) => void queue.decide(id, wanted)),
  ])
  useShortcuts(
    {
      ...Object.fromEntries(decisions),
      j: () => walk(1),
      k: () => walk(-1),
      u: queue.undoLast,
      x: onFocused((id) => isFree(id) && choose(id, false)),
      '/': () => document.getElementById('queue-search')?.focus(),
      '?': () => setIsHelping(true),
    },
    hasKeys,
  )
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
          <Keys
            thing="comment"
            isOpen={isHelping}
            setIsOpen={setIsHelping}
            isOn={hasKeys}
            setIsOn={setHasKeys}
          />
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
        <BulkBar
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
