import type { ReactNode } from 'react'
import { Field } from '@/components/discussion/field'
import layout from '@/components/ui/layout.module.css'
import { Slip } from './slip'

type Props = {
  title: string
  /** What happened, and what became of what was sent. */
  lede: string
  /** What was written; empty where it was nothing. */
  text: string
  /** What can be done instead. */
  children: ReactNode
}

/** For whoever was writing about something that went away meanwhile: what happened, and their text to take along. */
export function Gone({ title, lede, text, children }: Props) {
  return (
    <Slip title={title} lede={lede}>
      {text && <Field id="your-text" label="Your text" rows={8} readOnly defaultValue={text} />}
      <p className={layout.small}>{children}</p>
    </Slip>
  )
}
