'use client'

import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Tab, Tabs } from '@/components/dashboard/desk/tabs'
import type { QueueItem } from '@/db/moderation'
import type { CommentState } from '@/domain/comments/states'
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
  /** Where only the comments of one article are listed. */
  articleId?: number
}

/** The comments of one state. What was decided stays in its place until the list is opened again. */
export function Queue({ tabs, counts, items, empty, actions, articleId }: Props) {
  const [current, setCurrent] = useState(counts)
  const [news, setNews] = useState('')
  const tell = (sentence: string, decided: Decided) => {
    setNews(sentence)
    if (decided.kind !== 'refused') setCurrent(decided.counts)
  }
  return (
    <>
      <Tabs label="States" tabs={tabs.map((tab) => ({ ...tab, count: current[tab.state] }))} />
      <VisuallyHidden role="status">{news}</VisuallyHidden>
      <div className={styles.queue}>
        {items.map((item) => (
          <Item key={item.id} item={item} actions={actions} articleId={articleId} tell={tell} />
        ))}
        {items.length === 0 && empty}
      </div>
    </>
  )
}
