'use client'

import { useActionState } from 'react'
import { PASSWORD_MIN } from '@/domain/passwords'
import type { SetUpField, SetUpProblems } from '@/domain/set-up'
import styles from './doors.module.css'
import { Field } from './field'
import { GivenBack } from './given-back'

type Typed = Partial<Record<SetUpField, string>>

export type SetUpState =
  { kind: 'idle' } | { kind: 'gone' } | { kind: 'invalid'; problems: SetUpProblems; typed: Typed }

type Props = {
  action: (state: SetUpState, form: FormData) => Promise<SetUpState>
  token: string
  /** A first owner says who they are and what the agency is called; everybody else is known. */
  asks: { agency: string } | { email: string }
  /** What was typed into a form that could not be taken. */
  typed: Typed | null
}

const ORDER = ['agency', 'name', 'email', 'password'] as const

export function SetUpForm({ action, token, asks, typed }: Props) {
  const [state, formAction] = useActionState(action, { kind: 'idle' })
  const problems = state.kind === 'invalid' ? state.problems : {}
  const values = (state.kind === 'invalid' ? state.typed : typed) ?? {}
  const first = ORDER.find((field) => problems[field])
  const field = (name: SetUpField) => ({ name, error: problems[name], autoFocus: first === name })
  return (
    <form action={formAction} className={styles.form}>
      {first && (
        <p role="alert" className={styles.refusal}>
          Not yet: look at {first === 'password' ? 'the password' : 'what is marked'} and type the password
          again.
        </p>
      )}
      {state.kind === 'idle' && typed && <GivenBack />}
      <input type="hidden" name="token" value={token} />
      {'agency' in asks ? (
        <>
          <Field label="Agency name" defaultValue={values.agency ?? asks.agency} {...field('agency')} />
          <Field label="Your name" autoComplete="name" defaultValue={values.name} {...field('name')} />
          <Field
            label="Email"
            type="email"
            autoComplete="username"
            defaultValue={values.email}
            {...field('email')}
          />
        </>
      ) : (
        // not sent as a choice: it tells password managers whose password this is
        <Field label="Email" name="email" type="email" autoComplete="username" value={asks.email} readOnly />
      )}
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        hint={`${PASSWORD_MIN} characters or more`}
        {...field('password')}
      />
      <button type="submit" className={styles.submit}>
        {'agency' in asks ? 'Become the owner' : 'Save and sign in'}
      </button>
    </form>
  )
}
