'use client'

import { Group, Modal, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { EditView } from '@/db/desk'
import { ACTION_REFUSALS } from '@/domain/article-actions'
import { useReturnFocus } from '@/components/dashboard/desk/use-return-focus'
import { formatDateTime } from '@/domain/dates'
import { CONSEQUENCES, type Consequence, consequenceOf } from '@/domain/discussion/consequence'
import { dateInWords } from '@/domain/discussion/warnings'
import { changeDate, UNREACHED } from './desk'
import { InstantField } from './instant-field'
import { fromField, toField } from './local-time'
import type { Site } from './site'

type Props = { article: EditView; now: Date; site: Site; onClose: () => void }

const BUTTONS: Record<Consequence, string> = {
  closes: 'Change the date and close comments',
  opens: 'Change the date and open comments',
  'appears-closed': 'Change the date',
}

/** Gives a public article another date, and says first what that does to its discussion. */
export function DateDialog({ article, now, site, onClose }: Props) {
  const router = useRouter()
  const { timeZone, policy } = site
  const { facts } = article.discussion
  useReturnFocus()
  const [text, setText] = useState(() => toField(article.publishAt ?? now, timeZone))
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, startTransition] = useTransition()
  const publishAt = fromField(text, timeZone)
  const consequence = publishAt && consequenceOf(facts, { ...facts, publishAt }, policy, now)
  const change = (event: FormEvent) => {
    event.preventDefault()
    if (!publishAt) return setProblem('Choose a date and a time.')
    if (publishAt > new Date())
      return setProblem('Choose a date that has passed. To hide it until then, unpublish and schedule it.')
    startTransition(async () => {
      const result = await changeDate(article.id, { at: publishAt, agreed: consequence })
      if (result.kind !== 'done') return setProblem(sentenceOf(result))
      notifications.show({ message: `Dated ${formatDateTime(publishAt, timeZone)}.` })
      onClose()
      router.refresh()
    })
  }
  return (
    <Modal opened onClose={onClose} title="Change the date" centered>
      <form onSubmit={change}>
        <InstantField
          value={text}
          timeZone={timeZone}
          error={problem}
          onChange={(value) => {
            setText(value)
            setProblem(null)
          }}
        />
        <Text size="sm" mt="sm" role="status" fw={consequence ? 600 : undefined}>
          {publishAt && `${formatDateTime(publishAt, 'UTC')} UTC. `}
          {publishAt &&
            dateInWords({ before: facts, after: { ...facts, publishAt } }, { policy, now, timeZone })}
        </Text>
        <Group justify="flex-end" mt="lg">
          <BusyButton type="submit" isBusy={isPending} disabled={!publishAt}>
            {consequence ? BUTTONS[consequence] : 'Change the date'}
          </BusyButton>
        </Group>
      </form>
    </Modal>
  )
}

type Failed = Exclude<Awaited<ReturnType<typeof changeDate>>, { kind: 'done' }>

function sentenceOf(failed: Failed): string {
  if (failed.kind === 'missing') return 'This article is gone.'
  if (failed.kind !== 'refused') return UNREACHED[failed.kind]
  if (failed.reason === 'gate')
    return 'Its text has problems that stop publication. They stand under Score, beside the text.'
  if (failed.reason === 'unchecked')
    return 'The text could not be checked just now, so the date stays as it is. Try again in a moment.'
  return isConsequence(failed.reason)
    ? 'The site’s policy changed meanwhile, so this does something else now. Open the article again.'
    : ACTION_REFUSALS[failed.reason]
}

const isConsequence = (reason: string): reason is Consequence => CONSEQUENCES.some((each) => each === reason)
