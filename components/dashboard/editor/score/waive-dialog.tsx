'use client'

import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { REASON_MAX } from '@/domain/score/waivers'
import { checkName } from '@/domain/score/words'
import type { Block } from '@/domain/score/reading'
import type { Problem } from './listing'
import styles from './score.module.css'
import { Words } from './words'

type Props = {
  problem: Problem
  /** The text in which it stands. */
  blocks: Block[]
  /** Says why it was refused; null when it is done. */
  onWaive: (reason: string) => Promise<string | null>
  onClose: () => void
}

/** Lets a problem be, for a reason that stays with the article. */
export function WaiveDialog({ problem, blocks, onWaive, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setRefusal('Say why it may stay.')
    setSending(true)
    setRefusal(await onWaive(reason.trim()))
    setSending(false)
  }
  return (
    <Modal opened onClose={onClose} title="Let this stay" centered returnFocus={false}>
      <form onSubmit={(event) => void send(event)}>
        <p className={styles.name}>{checkName(problem.check)}</p>
        <blockquote className={styles.quoted}>
          <Words problem={problem} blocks={blocks} />
        </blockquote>
        <p className={styles.why}>{problem.why}</p>
        <Textarea
          label="Reason"
          description="Stays with the article, under your name, until these words change. The score stays as it is."
          autosize
          minRows={2}
          maxRows={8}
          maxLength={REASON_MAX}
          mt="md"
          data-autofocus
          value={reason}
          error={refusal}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setRefusal(null)
          }}
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <BusyButton type="submit" isBusy={isSending}>
            Waive
          </BusyButton>
        </Group>
      </form>
    </Modal>
  )
}
