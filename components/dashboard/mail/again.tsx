'use client'

import { Button } from '@mantine/core'
import { type ReactNode, useState, useTransition } from 'react'
import styles from './mail.module.css'

/** What became of it, in words. */
export type MailSaid = string

type Props = { action: () => Promise<MailSaid>; children: ReactNode }

/** A button that leaves a message to be sent and says so. */
export function Again({ action, children }: Props) {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  return (
    <div className={styles.again}>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => startTransition(async () => setSaid(await action()))}
      >
        {children}
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
