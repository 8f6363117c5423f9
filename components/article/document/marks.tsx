import type { ReactNode } from 'react'

type Props = { children?: ReactNode }

export const marks = {
  bold: ({ children }: Props) => <strong>{children}</strong>,
  italic: ({ children }: Props) => <em>{children}</em>,
  strike: ({ children }: Props) => <s>{children}</s>,
  code: ({ children }: Props) => <code>{children}</code>,
}
