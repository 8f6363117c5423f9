'use client'

import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { Send } from '@/components/dashboard/desk/send'
import styles from './form.module.css'
import type { SettingsAction, SettingsState } from './state'

export type Field = { name: string; defaultValue: string; error: string | undefined }

type Props<K extends string> = {
  action: SettingsAction
  values: Record<K, string>
  children: (field: (name: K) => Field) => ReactNode
}

/** Saves a group of settings at once; what was typed stays where it could not be saved. */
export function SettingsForm<K extends string>({ action, values, children }: Props<K>) {
  const [state, formAction] = useActionState(action, { kind: 'idle' })
  // what was said of the last saving is over with the next change
  const [past, setPast] = useState<SettingsState>(state)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.kind === 'invalid') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  const invalid = state.kind === 'invalid' ? state : null
  return (
    <form ref={form} action={formAction} onInput={() => setPast(state)} noValidate className={styles.form}>
      {children((name) => ({
        name,
        defaultValue: invalid?.typed[name] ?? values[name],
        error: invalid?.problems[name],
      }))}
      <div className={styles.end}>
        <Send>Save</Send>
        <p role="status" data-refused={state.kind === 'invalid' || state.kind === 'forbidden' || undefined}>
          {state !== past && sentence(state)}
        </p>
      </div>
    </form>
  )
}

function sentence(state: SettingsState) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'saved':
      return state.changed === 0 ? 'Nothing had changed.' : 'Saved. The site shows it from now on.'
    case 'forbidden':
      return 'Not saved: your role may no longer change this.'
    case 'invalid':
      return 'Not saved: look at what is marked.'
  }
}
