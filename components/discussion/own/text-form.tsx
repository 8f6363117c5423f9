'use client'

import { useActionState } from 'react'
import layout from '@/components/ui/layout.module.css'
import { Field } from '../field'
import styles from '../form.module.css'
import type { OwnForm } from './state'

type Props = {
  action: OwnForm
  /** The address of the page. */
  path: string
  token: string
  /** The name of the field, and of the id of it. */
  name: 'comment' | 'appeal'
  label: string
  /** What it is folded away under; null where it stands open. */
  summary: string | null
  button: string
  note: string
  /** What stands in the field at first. */
  text: string
  /** What comes back to its writer; null where nothing was sent. */
  typed: string | null
  className: string | undefined
}

const LOST = 'The page changed meanwhile, or something failed. Here is your text: please send it once more.'

/** A text that an author sends about their comment. */
export function TextForm({
  action,
  path,
  token,
  name,
  label,
  summary,
  button,
  note,
  text,
  typed,
  className,
}: Props) {
  const [answered, submit] = useActionState(action, { kind: 'idle' }, path)
  const message = answered.kind === 'refused' ? answered.message : typed === null ? null : LOST
  const form = (
    <form action={submit} noValidate>
      {message !== null && typed !== null && (
        <div className={styles.problems} role="alert" tabIndex={-1} autoFocus data-wide>
          <p>{message}</p>
        </div>
      )}
      <input type="hidden" name="token" value={token} />
      <div data-wide>
        <Field id={`own-${name}`} name={name} label={label} rows={7} required defaultValue={typed ?? text} />
      </div>
      <div className={styles.send}>
        <button className={styles.button} type="submit">
          {button}
        </button>
        {note && <p className={layout.small}>{note}</p>}
      </div>
    </form>
  )
  if (summary === null) return <div className={className}>{form}</div>
  return (
    <details className={className} open={message !== null && typed !== null}>
      <summary>{summary}</summary>
      {form}
    </details>
  )
}
