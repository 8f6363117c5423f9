'use client'

import { Radio, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState, useTransition } from 'react'
import type { EditView } from '@/db/desk'
import { ACTION_REFUSALS } from '@/domain/article-actions'
import { formatDate } from '@/domain/dates'
import { DISCUSSION_CHOICES, type DiscussionChoice } from '@/domain/discussion/choices'
import { stateInWords } from '@/domain/discussion/desk-words'
import { meaningOf } from '@/domain/discussion/meaning'
import { setDiscussion } from './desk'
import { Details, type Typed } from './discussion-details'
import { inputOf, lackingIn, typedOf } from './discussion-typed'
import styles from './discussion.module.css'
import { Said, type Saying, sayingOf } from './said'
import type { Site } from './site'

const CHOICES: Record<DiscussionChoice, string> = {
  inherit: "Follow the site's policy",
  open: 'Open',
  closed: 'Closed',
  'closes-at': 'Close on a date',
  'closes-after': 'Close after some days',
}

type Props = {
  article: Pick<EditView, 'id' | 'discussion' | 'actions'>
  site: Site
  now: Date
}

/** Who may comment from now on. It is saved at once and is no part of a draft. */
export function Discussion({ article: { id, discussion, actions }, site, now }: Props) {
  const router = useRouter()
  const { facts } = discussion
  const { timeZone, policy } = site
  const [choice, setChoice] = useState(facts.discussion)
  const [typed, setTyped] = useState<Typed>(() => typedOf(facts, now, timeZone))
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<Saying | null>(null)
  const [isPending, startTransition] = useTransition()
  const hintId = useId()
  const refusal = actions['set-discussion']
  const format = (instant: Date) => formatDate(instant, timeZone)

  const meaning = (of: DiscussionChoice, from = typed): string => {
    const input = inputOf(of, from, timeZone)
    return input ? meaningOf(input, { facts, policy, now, format }) : (lackingIn(of, from, timeZone) ?? '')
  }
  const save = (of: DiscussionChoice, from = typed) =>
    startTransition(async () => {
      const input = inputOf(of, from, timeZone)
      if (!input) return setSaid({ tone: 'problem', text: lackingIn(of, from, timeZone) ?? '' })
      const result = await setDiscussion(id, { ...input, reason })
      if (result.kind === 'done') {
        setSaid({ tone: 'done', text: `Saved. ${meaning(of, from)}` })
        setReason('')
        router.refresh()
        return
      }
      setChoice(facts.discussion)
      setSaid(sayingOf(result))
    })
  const choose = (of: DiscussionChoice) => {
    setChoice(of)
    setSaid(null)
    // these two wait for their date or number
    if (of === 'closes-at' || of === 'closes-after') return
    // a day of opening again belongs to the closing that it was set for
    const fresh = { ...typed, reopens: '' }
    setTyped(fresh)
    save(of, fresh)
  }
  return (
    <fieldset className={styles.group} disabled={refusal !== null}>
      <legend className={styles.title}>Discussion</legend>
      <p className={styles.now}>
        {stateInWords(discussion.state, format)}{' '}
        <Link href={`/dashboard/articles/${id}/comments`}>Pins and picks</Link>
      </p>
      {DISCUSSION_CHOICES.map((of) => (
        <div key={of} className={styles.choice}>
          <Radio
            name={`discussion-${id}`}
            label={CHOICES[of]}
            checked={choice === of}
            aria-describedby={`${hintId}-${of}`}
            onChange={() => choose(of)}
          />
          <p className={styles.meaning} id={`${hintId}-${of}`}>
            {meaning(of, choice === of ? typed : { ...typed, reopens: '' })}
          </p>
          {choice === of && (
            <Details
              choice={of}
              typed={typed}
              timeZone={timeZone}
              isPending={isPending}
              onType={(changes) => setTyped({ ...typed, ...changes })}
              onSet={() => save(of)}
            />
          )}
        </div>
      ))}
      <TextInput
        label="Reason for the next change (optional)"
        description="Stands in the history, for colleagues"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Said saying={said ?? (refusal ? { tone: 'done', text: ACTION_REFUSALS[refusal] } : null)} />
    </fieldset>
  )
}
