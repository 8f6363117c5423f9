import { Button } from '@mantine/core'
import { useState, useTransition } from 'react'
import type { Looked } from './state'

/** Has a page read again and says so. */
export function LookAgain({ action }: { action: () => Promise<Looked> }) {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  return (
    <>
      <Button
        variant="default"
        loading={isPending}
        onClick={() => startTransition(async () => setSaid(await action()))}
      >
        Read again
      </Button>
      <p role="status">{said}</p>
    </>
  )
}
