import { Button, type ButtonProps, type ElementProps } from '@mantine/core'
import type { ComponentProps } from 'react'

type Props = ButtonProps & ElementProps<'button', keyof ButtonProps> & { isBusy: boolean }

/** A button whose command is on its way: it does nothing more, and keeps the focus, as a disabled one would not. */
export const BusyButton = ({ isBusy, onClick, ...rest }: Props) => (
  <Button
    {...rest}
    loading={isBusy}
    aria-disabled={isBusy || undefined}
    onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
    renderRoot={(props: ComponentProps<'button'>) => <button {...props} disabled={rest.disabled} />}
  />
)
