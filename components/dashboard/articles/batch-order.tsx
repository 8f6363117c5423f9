'use client'

import { TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { Answer } from '@/components/dashboard/desk/answer'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import styles from '@/components/dashboard/settings/form.module.css'
import type { DryRun } from '@/db/batches'
import type { BatchAct } from '@/domain/discussion/batch-acts'
import type { BatchFilter } from '@/domain/discussion/batches'
import { dryRunInWords, orderInWords } from '@/domain/discussion/batch-words'
import list from './batch.module.css'

type Props = {
  act: BatchAct
  filter: BatchFilter
  dryRun: DryRun
  action: (order: { act: BatchAct; filter: BatchFilter; reason: string }) => Promise<Answer>
}

/** What an order would do, and the button that gives it. */
export function BatchOrderForm({ act, filter, dryRun, action }: Props) {
  const [chosen, setChosen] = useState<number[]>([])
  const isChosen = new Set(chosen)
  const [reason, setReason] = useState('')
  const { said, isPending, ask } = useAsk()
  const { articles, active, named } = dryRun
  const count = chosen.length || articles
  const give = () =>
    ask(async () => {
      const order = { act, filter: chosen.length > 0 ? { ...filter, ids: chosen } : filter, reason }
      const answer = await action(order)
      return answer.kind === 'done' ? 'Done, or on its way: see below.' : answer.sentence
    })
  const toggle = (id: number, isWanted: boolean) =>
    setChosen(isWanted ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <div className={styles.form}>
      <p className={styles.outcome} role="status">
        {dryRunInWords(act, articles, active)}
        {chosen.length > 0 && <small>{chosen.length} of them are chosen: no other will be changed.</small>}
      </p>
      {articles > 0 && (
        <>
          <fieldset className={list.named}>
            <legend>
              {named.length < articles ? `The newest ${named.length} of them` : 'All of them'}
              <UnstyledButton className={list.all} onClick={() => setChosen(named.map(({ id }) => id))}>
                Choose these
              </UnstyledButton>
              <UnstyledButton className={list.all} onClick={() => setChosen([])}>
                Choose none
              </UnstyledButton>
            </legend>
            {named.map(({ id, title }) => (
              // plain ones: there may be hundreds
              <label key={id} className={list.title}>
                <input
                  type="checkbox"
                  checked={isChosen.has(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <bdi>{title}</bdi>
              </label>
            ))}
          </fieldset>
          <TextInput
            label="Reason (optional)"
            description="Stands in the history of each article, for colleagues"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={styles.end}>
            <BusyButton isBusy={isPending} onClick={give}>
              {orderInWords(act, count)}
            </BusyButton>
            <p role="status">{said}</p>
          </div>
        </>
      )}
    </div>
  )
}
