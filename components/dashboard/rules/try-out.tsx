'use client'

import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { ask, type Unreached, UNREACHED } from '@/components/dashboard/editor/desk'
import { type Trial, TRIAL_DAYS, trialInWords } from '@/domain/moderation/trial'
import type { ConsideredRule } from '@/domain/moderation/rule-input'
import styles from './rules.module.css'

type Props = {
  /** The rule as it stands in the form. */
  rule: () => ConsideredRule
  does: 'held' | 'spam'
  /** What is tried, where the form holds more than that. */
  what?: string
}

type Answer = ({ kind: 'done' } & Trial) | { kind: 'refused'; detail?: string } | Unreached

/** What a rule would have done to last month's comments, before it is saved. */
export function TryOut({ rule, does, what }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [pending, start] = useTransition()
  const tryIt = () =>
    start(async () =>
      setAnswer(
        await ask<Answer>('/dashboard/discussion/rules/trial', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(rule()),
        }),
      ),
    )
  return (
    <div className={styles.trial}>
      <BusyButton variant="default" isBusy={pending} onClick={tryIt}>
        Try {what} on the last {TRIAL_DAYS} days
      </BusyButton>
      <div role="status">
        {answer && <p>{sentence(answer, does)}</p>}
        {answer?.kind === 'done' && answer.samples.length > 0 && (
          <ul className={styles.samples} aria-label="Comments that it would have touched">
            {answer.samples.map(({ id, name, text, found, state, isApproved }) => (
              <li key={id} data-alarm={isApproved || undefined}>
                <p>
                  <b dir="auto">{name}</b> <span dir="auto">{text}</span>
                </p>
                <p className={styles.small}>
                  Found: <bdi>{found || 'its network'}</bdi> ·{' '}
                  {isApproved ? 'approved by a moderator' : state}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function sentence(answer: Answer, does: 'held' | 'spam'): string {
  if (answer.kind === 'done') return trialInWords(answer, does)
  if (answer.kind === 'refused') return 'This cannot be tried: look at what is typed.'
  return UNREACHED[answer.kind]
}
