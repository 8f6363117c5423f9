'use client'

import type { ReactNode } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { EditView } from '@/db/desk'
import styles from './bar.module.css'
import type { DraftView } from './draft'
import { type Clock, statusSentence } from './status'
import type { Commands } from './use-commands'

type Props = { article: EditView; view: DraftView; clock: Clock; commands: Commands; score: ReactNode }

/** What is stored, and the two things one does again and again. */
export function Bar({ article, view, clock, commands, score }: Props) {
  const { running } = commands
  const isPublic = article.state === 'published'
  return (
    <div className={styles.bar}>
      <p className={styles.status} role="status" data-unsaved={view.isChanged || undefined}>
        {statusSentence(article, view, clock)}
      </p>
      <div className={styles.buttons}>
        {score}
        <BusyButton
          variant="default"
          isBusy={running === 'save'}
          aria-keyshortcuts="Control+S Meta+S"
          onClick={() => void commands.save()}
        >
          Save
        </BusyButton>
        {article.actions.publish !== 'forbidden' && (
          <BusyButton isBusy={running === 'publish'} onClick={() => void commands.publish(null)}>
            {isPublic ? 'Update' : 'Publish'}
          </BusyButton>
        )}
      </div>
    </div>
  )
}
