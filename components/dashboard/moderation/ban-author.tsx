'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState, useTransition } from 'react'
import form from '@/components/dashboard/settings/form.module.css'
import { BAN_DAYS } from '@/domain/moderation/ban-words'
import type { BanAnswer } from './file-state'

const BY = [
  { value: 'email', label: 'Their email address' },
  { value: 'name', label: 'Their name' },
  { value: 'address', label: 'Their network, until the day ends' },
] as const
type By = (typeof BY)[number]['value']

type Props = {
  commentId: number
  /** What is known of the author. */
  known: readonly By[]
  ban: (wanted: { commentId: number; by: By; days: number; reason: string }) => Promise<BanAnswer>
}

/** Keeps the author of a comment out. */
export function BanAuthor({ commentId, known, ban }: Props) {
  const choices = BY.filter(({ value }) => known.includes(value))
  const [by, setBy] = useState<By>(choices[0]?.value ?? 'name')
  const [days, setDays] = useState('30')
  const [reason, setReason] = useState('')
  const [answer, setAnswer] = useState<BanAnswer | null>(null)
  const [isPending, start] = useTransition()
  const give = () => start(async () => setAnswer(await ban({ commentId, by, days: Number(days), reason })))
  return (
    <div className={form.form}>
      <div className={form.trio}>
        <NativeSelect
          label="Ban by"
          data={choices}
          value={by}
          onChange={({ currentTarget }) =>
            setBy(choices.find(({ value }) => value === currentTarget.value)?.value ?? 'name')
          }
        />
        <NativeSelect
          label="For"
          data={BAN_DAYS.map(([count, label]) => ({ value: String(count), label }))}
          value={days}
          onChange={({ currentTarget }) => setDays(currentTarget.value)}
        />
        <TextInput
          label="Reason"
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </div>
      <div className={form.end}>
        <Button variant="default" loading={isPending} onClick={give}>
          Ban
        </Button>
        <p role="status" data-refused={answer?.kind === 'refused' || undefined}>
          {answer?.kind === 'banned' && 'Banned. What they write from now on is put with the spam.'}
          {answer?.kind === 'refused' && answer.sentence}
        </p>
      </div>
    </div>
  )
}
