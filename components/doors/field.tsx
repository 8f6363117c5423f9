import type { InputHTMLAttributes } from 'react'
import styles from './doors.module.css'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'aria-describedby' | 'aria-invalid'> & {
  label: string
  name: string
  hint?: string
  error?: string
  /** The id of a sentence elsewhere that is about this field too. */
  describedBy?: string
  invalid?: boolean
}

export function Field({ label, name, hint, error, describedBy, invalid = Boolean(error), ...input }: Props) {
  const about = [error && `${name}-error`, hint && `${name}-hint`, describedBy].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        required
        aria-invalid={invalid || undefined}
        aria-describedby={about || undefined}
        {...input}
      />
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}
