import type { ReactNode } from 'react'
import { Gone } from '@/components/readers/gone'
import { answer } from '@/documents/reading'
import { NotFoundPage } from './not-found-page'

type Props = {
  path: string
  /** The field whose text is given back. */
  field: string
  title: string
  lede: string
  children: ReactNode
}

/** What stood here went away while somebody wrote about it: they are told, and get their text back. Others find nothing. */
export function GonePage({ path, field, ...told }: Props) {
  const returned = answer.returned()
  if (!returned) return <NotFoundPage path={path} />
  answer.status(410)
  return <Gone {...told} text={returned[field] ?? ''} />
}
