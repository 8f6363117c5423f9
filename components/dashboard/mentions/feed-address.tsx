'use client'

import { Button, CopyButton } from '@mantine/core'
import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import styles from './sources.module.css'

type Props = { make: () => Promise<string | null>; hasOne: boolean }

/** Hands out the secret address of a feed. */
export function FeedAddress({ make, hasOne }: Props) {
  const [address, setAddress] = useState<string | null>(null)
  const [isPending, start] = useTransition()
  if (address === null)
    return (
      <div className={styles.feed}>
        <p>
          New ones reach your feed reader at an address of your own.{' '}
          {hasOne ? 'You have one; a new one ends it.' : 'Whoever knows it reads along.'}
        </p>
        <BusyButton
          variant="default"
          isBusy={isPending}
          onClick={() => start(async () => setAddress(await make()))}
        >
          {hasOne ? 'Make a new feed address' : 'Make a feed address'}
        </BusyButton>
      </div>
    )
  return (
    <div className={styles.feed} role="status">
      <p>Give this address to your feed reader and to nobody else. It is not shown again.</p>
      <code>{address}</code>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy the address'}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
