'use client'

import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { BusyButton } from './busy-button'

/** `name` and `value` go with the form where this button sends it. */
type Props = ButtonProps & { children: ReactNode; name?: string; value?: string | number }

/** Sends the form it stands in, once. */
export function Send({ children, ...button }: Props) {
  const { pending } = useFormStatus()
  return (
    <BusyButton {...button} type="submit" isBusy={pending}>
      {children}
    </BusyButton>
  )
}
