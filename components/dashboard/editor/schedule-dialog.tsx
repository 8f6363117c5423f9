'use client'

import { Group, Modal, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { useReturnFocus } from '@/components/dashboard/desk/use-return-focus'
import { formatDateTime, formatNearTime, zoneName } from '@/domain/dates'
import { InstantField } from './instant-field'
import { fromField, toField } from './local-time'

const DAY_MS = 86_400_000

type Props = {
  /** What it is scheduled for already. */
  at: Date | null
  now: Date
  timeZone: string
  /** What that instant would do to the discussion, where it does something. */
  warnOf: (at: Date) => string | null
  isPending: boolean
  onClose: () => void
  onSchedule: (at: Date) => void
}

/** Asks for an instant in the site's time zone and says it in UTC as well. */
export function ScheduleDialog({ at, now, timeZone, warnOf, isPending, onClose, onSchedule }: Props) {
  useReturnFocus()
  const [text, setText] = useState(() => toField(at ?? new Date(now.getTime() + DAY_MS), timeZone))
  const [problem, setProblem] = useState<string | null>(null)
  const instant = fromField(text, timeZone)
  const schedule = (event: FormEvent) => {
    event.preventDefault()
    if (!instant) return setProblem('Choose a date and a time.')
    if (instant <= new Date()) return setProblem('Choose a time to come. To publish now, use Publish.')
    onSchedule(instant)
  }
  return (
    <Modal opened onClose={onClose} title="Schedule this article" centered>
      <form onSubmit={schedule}>
        <InstantField
          value={text}
          timeZone={timeZone}
          error={problem}
          onChange={(value) => {
            setText(value)
            setProblem(null)
          }}
        />
        <Text size="sm" mt="sm" role="status">
          {instant &&
            `${formatDateTime(instant, timeZone)} in ${zoneName(timeZone)} is ${formatDateTime(instant, 'UTC')} UTC.`}
        </Text>
        {instant && warnOf(instant) && (
          <Text size="sm" mt="sm" fw={600} role="status">
            {warnOf(instant)}
          </Text>
        )}
        <Group justify="flex-end" mt="lg">
          <BusyButton type="submit" isBusy={isPending} disabled={!instant}>
            {instant ? `Schedule for ${formatNearTime(instant, now, timeZone)}` : 'Schedule'}
          </BusyButton>
        </Group>
      </form>
    </Modal>
  )
}
