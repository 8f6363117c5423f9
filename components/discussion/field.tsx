import type { InputHTMLAttributes } from 'react'
import styles from './form.module.css'

type Props = InputHTMLAttributes<HTMLInputElement | HTMLTextAreaElement> & {
  id: string
  label: string
  hint?: string
  problem?: string | undefined
  /** A textarea of so many rows. */
  rows?: number
}

/** A labelled field that says what is wrong with it. */
export function Field({ id, label, hint, problem, rows, ...attributes }: Props) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const given = {
    ...attributes,
    id,
    className: styles.input,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div className={styles.field} data-wrong={problem ? true : undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {rows ? <textarea {...given} rows={rows} dir="auto" /> : <input {...given} />}
    </div>
  )
}
