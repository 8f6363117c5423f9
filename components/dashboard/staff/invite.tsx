'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useActionState, useEffect, useRef } from 'react'
import { Send } from '@/components/dashboard/desk/send'
import formStyles from '@/components/dashboard/settings/form.module.css'
import { ROLE_NAMES, ROLES } from '@/domain/roles'
import { Given } from './given'
import type { InviteAction } from './state'

const OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))

/** Lets somebody in by a one-time link. */
export function Invite({ action }: { action: InviteAction }) {
  const [state, formAction] = useActionState(action, { kind: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.kind === 'invalid') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  const invalid = state.kind === 'invalid' ? state : null
  return (
    <form ref={form} action={formAction} noValidate className={formStyles.form}>
      <div className={formStyles.pair}>
        <TextInput
          label="Name"
          name="name"
          defaultValue={invalid?.typed.name ?? ''}
          error={invalid?.problems.name}
        />
        <TextInput
          label="Email"
          name="email"
          type="email"
          defaultValue={invalid?.typed.email ?? ''}
          error={invalid?.problems.email}
        />
      </div>
      <NativeSelect
        label="Role"
        name="role"
        data={OPTIONS}
        defaultValue={invalid?.role ?? 'author'}
        key={invalid?.at}
      />
      <div className={formStyles.end}>
        <Send>Make a link</Send>
      </div>
      <div role="status">{state.kind === 'invited' && <Given {...state.link} />}</div>
    </form>
  )
}
