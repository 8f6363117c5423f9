'use client'

import { useActionState } from 'react'
import styles from './doors.module.css'
import { Field } from './field'
import { GivenBack } from './given-back'

export type SignInState =
  | { kind: 'idle' }
  | { kind: 'refused'; reason: 'incomplete' | 'wrong'; values: { email: string } }
  | { kind: 'refused'; reason: 'blocked'; seconds: number; values: { email: string } }

type Props = {
  action: (state: SignInState, form: FormData) => Promise<SignInState>
  to: string
  /** What was typed into a form that could not be taken. */
  email?: string
}

export function SignInForm({ action, to, email = '' }: Props) {
  const [state, formAction] = useActionState(action, { kind: 'idle' })
  const refused = state.kind === 'refused'
  const typed = refused ? state.values.email : email
  return (
    <form action={formAction} className={styles.form}>
      {refused && (
        <p id="refusal" role="alert" className={styles.refusal}>
          {sentence(state)}
        </p>
      )}
      {!refused && email && <GivenBack />}
      <input type="hidden" name="to" value={to} />
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={typed}
        autoFocus={!typed}
        describedBy={refused ? 'refusal' : undefined}
        invalid={refused}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={Boolean(typed)}
        describedBy={refused ? 'refusal' : undefined}
        invalid={refused}
      />
      <button type="submit" className={styles.submit}>
        Sign in
      </button>
    </form>
  )
}

function sentence(state: Extract<SignInState, { kind: 'refused' }>) {
  switch (state.reason) {
    case 'incomplete':
      return 'Type your email and your password.'
    case 'wrong':
      return 'This email and this password do not belong together. Check both and try again.'
    case 'blocked':
      return `There were too many attempts. Try again in ${waiting(state.seconds)}.`
  }
}

const waiting = (seconds: number) =>
  seconds <= 60 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`
