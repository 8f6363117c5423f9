import { TextInput } from '@mantine/core'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { formatDateTime, zoneName } from '@/domain/dates'
import { DAYS_MAX, type DiscussionChoice } from '@/domain/discussion/choices'
import styles from './discussion.module.css'
import { fromField } from './local-time'

/** The fields of the closing choices as they are typed; empty where nothing is. */
export type Typed = { closes: string; days: string; reopens: string }

type Props = {
  choice: DiscussionChoice
  typed: Typed
  timeZone: string
  isPending: boolean
  onType: (changes: Partial<Typed>) => void
  onSet: () => void
}

const BUTTONS: Partial<Record<DiscussionChoice, string>> = {
  closed: 'Set reopening',
  'closes-at': 'Set date',
  'closes-after': 'Set days',
}

/** What a closing choice needs to know; the others need nothing. */
export function Details({ choice, typed, timeZone, isPending, onType, onSet }: Props) {
  const button = BUTTONS[choice]
  if (!button) return null
  return (
    <div className={styles.detail}>
      {choice === 'closes-at' && (
        <TextInput
          type="datetime-local"
          label="Comments close on"
          description={<Zones at={typed.closes} timeZone={timeZone} />}
          value={typed.closes}
          onChange={(event) => onType({ closes: event.currentTarget.value })}
        />
      )}
      {choice === 'closes-after' && (
        <TextInput
          type="number"
          min={1}
          max={DAYS_MAX}
          inputMode="numeric"
          label="Days"
          value={typed.days}
          onChange={(event) => onType({ days: event.currentTarget.value })}
        />
      )}
      <TextInput
        type="datetime-local"
        label="Until (optional)"
        description={<Zones at={typed.reopens} timeZone={timeZone} />}
        value={typed.reopens}
        onChange={(event) => onType({ reopens: event.currentTarget.value })}
      />
      <BusyButton variant="default" isBusy={isPending} onClick={onSet}>
        {button}
      </BusyButton>
    </div>
  )
}

function Zones({ at, timeZone }: { at: string; timeZone: string }) {
  const instant = fromField(at, timeZone)
  return (
    <>
      In {zoneName(timeZone)}
      {instant && `; ${formatDateTime(instant, 'UTC')} UTC`}
    </>
  )
}
