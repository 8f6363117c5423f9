'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { notEnded } from '../editor/score/answers'
import { endWaiver } from '../editor/score/asking'
import { BusyButton } from '@/components/dashboard/desk/busy-button'

type Props = { articleId: number; waiverId: number; about: string }

/** Ends a waiver: what it was about counts again. */
export function TakeBack({ articleId, waiverId, about }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  const end = () =>
    startTransition(async () => {
      const result = await endWaiver(articleId, waiverId)
      if (result.kind !== 'done') return setSaid(notEnded(result))
      router.refresh()
    })
  return (
    <>
      <BusyButton
        size="compact-sm"
        variant="default"
        aria-label={`Take back: ${about}`}
        isBusy={isPending}
        onClick={end}
      >
        Take it back
      </BusyButton>
      <span role="status">{said}</span>
    </>
  )
}
