'use client'

import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useState, useTransition } from 'react'
import styles from './sent.module.css'

/** What became of it, in words. */
export type SentSaid = string

type Props = {
  target: string
  action: () => Promise<SentSaid>
  /** One of many in little room. */
  isQuiet?: boolean
}

/** A button that has another site told once more, and says what came of asking. */
export function Again({ target, action, isQuiet = false }: Props) {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  const ask = () => startTransition(async () => setSaid(await action()))
  const label = (
    <>
      Send again<VisuallyHidden>: {target}</VisuallyHidden>
    </>
  )
  return (
    <div className={styles.again}>
      {isQuiet ? (
        <UnstyledButton className={styles.quiet} disabled={isPending} onClick={ask}>
          {label}
        </UnstyledButton>
      ) : (
        <Button variant="default" size="compact-sm" loading={isPending} onClick={ask}>
          {label}
        </Button>
      )}
      <p role="status">{said}</p>
    </div>
  )
}
