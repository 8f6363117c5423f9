'use client'

import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useTransition } from 'react'
import type { QueueItem } from '@/db/queue'
import type { DismissAnswer } from './file-state'
import { Item } from './item'
import styles from '@/components/dashboard/queue/queue.module.css'
import type { Counts, ModerationActions } from './state'
import { useQueue } from './use-queue'

type Props = {
  item: QueueItem & { written: string }
  actions: ModerationActions
  dismiss: (commentId: number) => Promise<DismissAnswer>
}

const NONE: Counts = { published: 0, held: 0, spam: 0, removed: 0 }

/** One comment by itself, with its buttons. */
export function One({ item, actions, dismiss }: Props) {
  const queue = useQueue([item], NONE, actions)
  const [isPending, start] = useTransition()
  return (
    <div className={styles.queue}>
      <VisuallyHidden role="status">{queue.said}</VisuallyHidden>
      <Item
        item={item}
        standing={queue.at(item.id)}
        decide={(wanted) => void queue.decide(item.id, wanted)}
        undo={() => void queue.undo(item.id)}
        give={actions.giveHonour}
      />
      {item.reports.length > 0 && (
        <UnstyledButton
          className={styles.link}
          aria-disabled={isPending || undefined}
          onClick={() => start(async () => void (await dismiss(item.id)))}
        >
          Lay the reports aside and leave it as it is
        </UnstyledButton>
      )}
    </div>
  )
}
