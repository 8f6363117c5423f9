'use client'

import { Button } from '@mantine/core'
import { useState, useTransition } from 'react'
import type { Honour } from '@/domain/comments/honours'
import styles from './honours.module.css'
import type { GiveHonour } from './state'

type Props = {
  comment: { id: number; pinned: boolean; highlighted: boolean }
  give: GiveHonour
  onGiven?: () => void
}

const LABELS: Record<Honour, [give: string, take: string]> = {
  pin: ['Pin', 'Unpin'],
  highlight: ['Make an editor’s pick', 'No longer a pick'],
}

/** The buttons that pin a published comment and call it one to read. */
export function Honours({ comment: { id, pinned, highlighted }, give, onGiven }: Props) {
  const [given, setGiven] = useState({ pin: pinned, highlight: highlighted })
  const [refusal, setRefusal] = useState('')
  const [pending, start] = useTransition()
  const change = (honour: Honour) =>
    start(async () => {
      const sentence = await give({ id, honour, given: !given[honour] })
      setRefusal(sentence ?? '')
      if (sentence !== null) return
      setGiven({ ...given, [honour]: !given[honour] })
      onGiven?.()
    })
  return (
    <div className={styles.honours}>
      {(['pin', 'highlight'] as const).map((honour) => (
        <Button
          key={honour}
          variant="subtle"
          size="compact-sm"
          // two presses are one wish
          aria-disabled={pending || undefined}
          onClick={() => !pending && change(honour)}
        >
          {LABELS[honour][given[honour] ? 1 : 0]}
        </Button>
      ))}
      <p role="status">{refusal}</p>
    </div>
  )
}
