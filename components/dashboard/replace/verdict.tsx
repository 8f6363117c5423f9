'use client'

import { useRef } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { type Answer, refusalIn } from '@/components/dashboard/desk/answer'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import { useRefreshing } from '@/components/dashboard/desk/use-refreshing'
import form from '@/components/dashboard/settings/form.module.css'
import type { Replacement, Summary } from '@/db/replacing'
import { doneInWords, foundInWords, hitsInWords, inArticles, leftInWords } from '@/domain/replace/words'

const LOOK_AGAIN_MS = 1_500

type Act = (replacementId: number) => Promise<Answer>
type Props = { order: Replacement; summary: Summary; carryOut: Act; undo: Act }

/** Where a replacement stands, and the one thing to do next. */
export function Verdict({ order, summary, carryOut, undo }: Props) {
  const { said, isPending, ask } = useAsk()
  useRefreshing(order.state === 'searching', LOOK_AGAIN_MS)
  const outcome = useRef<HTMLDivElement>(null)
  const act = (what: Act) =>
    ask(async () => {
      const answer = await what(order.id)
      // the button goes with what it did
      if (answer.kind === 'done') outcome.current?.focus()
      return refusalIn(answer)
    })
  const { hits, articles, warned, outcomes } = summary
  const isDone = order.state === 'applied' || order.state === 'undone'
  return (
    <div className={form.form}>
      <div ref={outcome} tabIndex={-1} className={form.outcome} role="status">
        <p>{isDone ? doneInWords(order) : foundInWords(order)}</p>
        {leftInWords(outcomes).map((sentence) => (
          <small key={sentence}>{sentence}</small>
        ))}
        {!isDone && warned > 0 && (
          <small>
            In {inArticles(warned)} the new text would look damaged, and is not chosen. The places are named
            below: choose them where you know better.
          </small>
        )}
      </div>
      {order.state === 'found' && articles > 0 && (
        <div className={form.end}>
          <BusyButton isBusy={isPending} onClick={() => act(carryOut)}>
            {order.query.replacement === '' ? 'Take out' : 'Replace'} {hitsInWords(hits)} in{' '}
            {inArticles(articles)}
          </BusyButton>
          <p role="status">{said}</p>
        </div>
      )}
      {order.state === 'found' && articles === 0 && order.articles > 0 && (
        <p className={form.hint}>No place is chosen, so there is nothing to replace.</p>
      )}
      {order.state === 'applied' && (
        <div className={form.end}>
          <BusyButton variant="default" isBusy={isPending} onClick={() => act(undo)}>
            Undo
          </BusyButton>
          <p role="status">{said}</p>
        </div>
      )}
    </div>
  )
}
