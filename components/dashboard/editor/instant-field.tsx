'use client'

import { TextInput } from '@mantine/core'
import { zoneName } from '@/domain/dates'

type Props = {
  /** As the browser writes it, in the site's time zone. */
  value: string
  timeZone: string
  error: string | null
  onChange: (value: string) => void
}

/** A date and a minute in the site's time zone, where a dialog begins. */
export const InstantField = ({ timeZone, onChange, ...rest }: Props) => (
  <TextInput
    type="datetime-local"
    label={`Date and time in ${zoneName(timeZone)}`}
    data-autofocus
    onChange={(event) => onChange(event.currentTarget.value)}
    {...rest}
  />
)
