'use client'

import { Button, Radio, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type ReactNode, useId, useState, useTransition } from 'react'
import type { EditView } from '@/db/desk'
import { ACTION_REFUSALS } from '@/domain/article-actions'
import { formatDate, formatDateTime, zoneName } from '@/domain/dates'
import type { DiscussionChoice } from '@/domain/discussion/choices'
import type { DiscussionInput } from '@/domain/discussion/input'
import { meaningOf } from '@/domain/discussion/meaning'
import { setDiscussion, UNREACHED } from './desk'
import styles from './discussion.module.css'
import { fromField, toField } from './local-time'
import type { Site } from './site'

const CHOICES: Record<DiscussionChoice, string> = {
  inherit: "Follow the site's policy",
  open: 'Open',
  closed: 'Closed',
  'closes-at': 'Close on a date',
  'closes-after': 'Close after some days',
}
const ORDER = Object.keys(CHOICES) as DiscussionChoice[]
const DAYS_MAX = 36_500
const SUGGESTED_DAYS = 14
const WEEK_MS = 7 * 86_400_000

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
  const [date, setDate] = useState(() =>
    toField(facts.discussionClosesAt ?? new Date(now.getTime() + WEEK_MS), timeZone),
  )
  const [days, setDays] = useState(String(facts.discussionCloseAfterDays ?? SUGGESTED_DAYS))
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null)
  const [isPending, startTransition] = useTransition()
  const hintId = useId()
  const refusal = actions['set-discussion']

  const inputOf = (of: DiscussionChoice): DiscussionInput | null => {
    if (of === 'closes-at') {
      const closesAt = fromField(date, timeZone)
      return closesAt && { discussion: of, closesAt }
    }
    if (of !== 'closes-after') return { discussion: of }
    const closeAfterDays = Number(days)
    const fits = Number.isInteger(closeAfterDays) && closeAfterDays >= 1 && closeAfterDays <= DAYS_MAX
    return fits ? { discussion: of, closeAfterDays } : null
  }
  const meaning = (of: DiscussionChoice): string => {
    const input = inputOf(of)
    if (!input) return of === 'closes-at' ? 'Choose a date and a time.' : 'Write a number of days.'
    return meaningOf(input, { facts, policy, now, format: (instant) => formatDate(instant, timeZone) })
  }
  const save = (of: DiscussionChoice) =>
    startTransition(async () => {
      const input = inputOf(of)
      if (!input) return
      const result = await setDiscussion(id, input)
      if (result.kind === 'done') {
        setSaid({ tone: 'done', text: `Saved. ${meaning(of)}` })
        router.refresh()
        return
      }
      setChoice(facts.discussion)
      const text =
        result.kind === 'refused'
          ? ACTION_REFUSALS[result.reason]
          : result.kind === 'missing'
            ? 'This article is gone.'
            : UNREACHED[result.kind]
      setSaid({ tone: 'problem', text })
    })
  const choose = (of: DiscussionChoice) => {
    setChoice(of)
    setSaid(null)
    // these two wait for their date or number
    if (of !== 'closes-at' && of !== 'closes-after') save(of)
  }
  const details: Partial<Record<DiscussionChoice, ReactNode>> = {
    'closes-at': (
      <Detail label="Set date" isPending={isPending} onSet={() => save('closes-at')}>
        <TextInput
          type="datetime-local"
          label="Comments close on"
          description={<Zones instant={fromField(date, timeZone)} timeZone={timeZone} />}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </Detail>
    ),
    'closes-after': (
      <Detail label="Set days" isPending={isPending} onSet={() => save('closes-after')}>
        <TextInput
          type="number"
          min={1}
          max={DAYS_MAX}
          inputMode="numeric"
          label="Days"
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </Detail>
    ),
  }
  return (
    <fieldset className={styles.group} disabled={refusal !== null}>
      <legend className={styles.title}>Discussion</legend>
      {ORDER.map((of) => (
        <div key={of} className={styles.choice}>
          <Radio
            name={`discussion-${id}`}
            label={CHOICES[of]}
            checked={choice === of}
            aria-describedby={`${hintId}-${of}`}
            onChange={() => choose(of)}
          />
          <p className={styles.meaning} id={`${hintId}-${of}`}>
            {meaning(of)}
          </p>
          {choice === of && details[of]}
        </div>
      ))}
      <p className={styles.said} role="status" data-tone={said?.tone}>
        {said?.text ?? (refusal ? ACTION_REFUSALS[refusal] : '')}
      </p>
    </fieldset>
  )
}

function Zones({ instant, timeZone }: { instant: Date | null; timeZone: string }) {
  if (!instant) return <>In {zoneName(timeZone)}</>
  return (
    <>
      In {zoneName(timeZone)}; {formatDateTime(instant, 'UTC')} UTC
    </>
  )
}

type DetailProps = { label: string; isPending: boolean; onSet: () => void; children: ReactNode }

function Detail({ label, isPending, onSet, children }: DetailProps) {
  return (
    <div className={styles.detail}>
      {children}
      <Button variant="default" loading={isPending} onClick={onSet}>
        {label}
      </Button>
    </div>
  )
}
