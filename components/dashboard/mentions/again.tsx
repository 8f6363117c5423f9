'use client'

import { Button, VisuallyHidden } from '@mantine/core'
import { useState, useTransition } from 'react'
import styles from './sent.module.css'

/** What became of it, in words. */
export type SentSaid = string

type Props = { target: string; action: () => Promise<SentSaid> }

/** A button that has another site told once more, and says what came of asking. */
export function Again({ target, action }: Props) {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  return (
    <div className={styles.again}>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        onClick={() => startTransition(async () => setSaid(await action()))}
      >
        Send again<VisuallyHidden>: {target}</VisuallyHidden>
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
