'use client'

import { Button } from '@mantine/core'
import { useState, useTransition } from 'react'

type Answer = { kind: 'refused'; sentence: string } | { kind: 'done' }

/** Takes back something that was done, and says why where that is refused. */
export function UndoButton({ undo }: { undo: () => Promise<Answer> }) {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  const take = () =>
    startTransition(async () => {
      const answer = await undo()
      setSaid(answer.kind === 'refused' ? answer.sentence : '')
    })
  return (
    <>
      <Button variant="default" loading={isPending} onClick={take}>
        Undo
      </Button>
      <p role="status">{said}</p>
    </>
  )
}
