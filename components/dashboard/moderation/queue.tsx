'use client'

import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Tab, Tabs } from '@/components/dashboard/desk/tabs'
import type { QueueItem } from '@/db/queue'
import type { CommentState } from '@/domain/comments/states'
import { COUNTED } from '@/domain/counting'
import { Item } from './item'
import styles from './queue.module.css'
import type { Counts, Decided, ModerationActions } from './state'

type Props = {
  tabs: (Omit<Tab, 'count'> & { state: CommentState })[]
  counts: Counts
  items: (QueueItem & { written: string })[]
  /** What stands in the place of a list that is empty. */
  empty: ReactNode
  actions: ModerationActions
}

/** The comments of one state. What was decided stays in its place until the list is opened again. */
export function Queue({ tabs, counts, items, empty, actions }: Props) {
  const [current, setCurrent] = useState(counts)
  const [news, setNews] = useState('')
  const tell = (sentence: string, decided: Decided, seen: CommentState) => {
    setNews(sentence)
    if (decided.kind !== 'refused') setCurrent((counts) => moved(counts, seen, decided.state))
  }
  return (
    <>
      <Tabs label="States" tabs={tabs.map((tab) => ({ ...tab, count: current[tab.state] }))} />
      <VisuallyHidden role="status">{news}</VisuallyHidden>
      <div className={styles.queue}>
        {items.map((item) => (
          <Item key={item.id} item={item} actions={actions} tell={tell} />
        ))}
        {items.length === 0 && empty}
      </div>
    </>
  )
}

/** One more here and one less there; what is only known as so many or more stays that. */
function moved(counts: Counts, from: CommentState, to: CommentState): Counts {
  const step = (state: CommentState, change: number) =>
    counts[state] >= COUNTED ? counts[state] : Math.max(0, counts[state] + change)
  return from === to ? counts : { ...counts, [from]: step(from, -1), [to]: step(to, 1) }
}
