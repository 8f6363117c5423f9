'use client'

import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

/** `name` and `value` go with the form where this button sends it. */
type Props = ButtonProps & { children: ReactNode; name?: string; value?: string | number }

/** Sends the form it stands in, once. */
export function Send({ children, ...button }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button {...button} type="submit" loading={pending}>
      {children}
    </Button>
  )
}
