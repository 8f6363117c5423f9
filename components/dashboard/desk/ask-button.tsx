'use client'

import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { BusyButton } from './busy-button'
import { useAsk } from './use-ask'

type Props = ButtonProps & {
  /** Gives what became of it, in words; `''` where the screen shows that. */
  command: () => Promise<string>
  children: ReactNode
}

/** A button that gives a command, and beside it what became of that. */
export function AskButton({ command, children, ...rest }: Props) {
  const { said, isPending, ask } = useAsk()
  return (
    <>
      <BusyButton variant="default" isBusy={isPending} onClick={() => ask(command)} {...rest}>
        {children}
      </BusyButton>
      <p role="status">{said}</p>
    </>
  )
}
