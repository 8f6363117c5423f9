import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Send } from '@/components/dashboard/desk/send'

type Props = ButtonProps & { action: () => Promise<void>; children: ReactNode }

/** Begins something by one action that leads to it. */
export function Begin({ action, children, ...button }: Props) {
  return (
    <form action={action}>
      <Send {...button}>{children}</Send>
    </form>
  )
}
