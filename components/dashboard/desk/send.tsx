'use client'

import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type Props = ButtonProps & { children: ReactNode }

/** Sends the form it stands in, once. */
export function Send({ children, ...button }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button {...button} type="submit" loading={pending}>
      {children}
    </Button>
  )
}
