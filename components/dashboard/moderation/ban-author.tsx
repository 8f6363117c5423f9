'use client'

import { NativeSelect } from '@mantine/core'
import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import form from '@/components/dashboard/settings/form.module.css'
import { BanTerms, type Terms } from './ban-terms'
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
  ban: (wanted: { commentId: number; by: By } & Terms) => Promise<BanAnswer>
}

/** Keeps the author of a comment out. */
export function BanAuthor({ commentId, known, ban }: Props) {
  const choices = BY.filter(({ value }) => known.includes(value))
  const [by, setBy] = useState<By>(choices[0]?.value ?? 'name')
  const [terms, setTerms] = useState<Terms>({ days: 30, reason: '' })
  const [answer, setAnswer] = useState<BanAnswer | null>(null)
  const [isPending, start] = useTransition()
  const give = () => start(async () => setAnswer(await ban({ commentId, by, ...terms })))
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
        <BanTerms terms={terms} onChange={setTerms} />
      </div>
      <div className={form.end}>
        <BusyButton variant="default" isBusy={isPending} onClick={give}>
          Ban
        </BusyButton>
        <p role="status" data-refused={answer?.kind === 'refused' || undefined}>
          {answer?.kind === 'banned' && 'Banned. What they write from now on is put with the spam.'}
          {answer?.kind === 'refused' && answer.sentence}
        </p>
      </div>
    </div>
  )
}
