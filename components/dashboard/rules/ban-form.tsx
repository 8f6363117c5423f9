'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useActionState, useEffect, useRef } from 'react'
import { Send } from '@/components/dashboard/desk/send'
import form from '@/components/dashboard/settings/form.module.css'
import { BAN_DAYS, BAN_KIND_NAMES, TYPED_BAN_KINDS } from '@/domain/moderation/ban-words'
import type { BanActions } from './state'
import { TryOut } from './try-out'

const KINDS = TYPED_BAN_KINDS.map((value) => ({ value, label: BAN_KIND_NAMES[value] }))
const SPANS = BAN_DAYS.map(([days, label]) => ({ value: String(days), label }))

/** Keeps somebody out, by what is known of them. */
export function BanForm({ add }: Pick<BanActions, 'add'>) {
  const [state, action] = useActionState(add, { kind: 'idle' })
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.kind === 'invalid')
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  const invalid = state.kind === 'invalid' ? state : null
  const considered = () => {
    const typed = new FormData(element.current ?? undefined)
    const kind = TYPED_BAN_KINDS.find((each) => each === typed.get('kind')) ?? 'email'
    const pattern = typed.get('pattern')
    return {
      kind: 'ban',
      ban: { kind, pattern: typeof pattern === 'string' ? pattern : '', days: 30, reason: '' },
    } as const
  }
  return (
    <form ref={element} action={action} noValidate className={form.form}>
      <div className={form.pair}>
        <NativeSelect
          label="Ban by"
          name="kind"
          data={KINDS}
          defaultValue={invalid?.typed.kind ?? 'email'}
          key={`kind ${invalid?.at}`}
        />
        <TextInput
          label="Pattern"
          name="pattern"
          description="* stands for anything: *@spam.example"
          defaultValue={invalid?.typed.pattern ?? ''}
          error={invalid?.problems.pattern}
        />
        <NativeSelect
          label="For"
          name="days"
          data={SPANS}
          defaultValue={invalid?.typed.days ?? '30'}
          error={invalid?.problems.days}
          key={`days ${invalid?.at}`}
        />
        <TextInput
          label="Reason"
          name="reason"
          description="For colleagues"
          defaultValue={invalid?.typed.reason ?? ''}
          error={invalid?.problems.reason}
        />
      </div>
      <div className={form.end}>
        <Send>Ban</Send>
        <p role="status" data-refused={invalid || state.kind === 'forbidden' || undefined}>
          {state.kind === 'banned' && `${state.pattern} is banned.`}
          {state.kind === 'forbidden' && 'Not banned: your role may not do this.'}
          {state.kind === 'invalid' && 'Not banned: look at what is marked.'}
        </p>
      </div>
      <TryOut does="spam" rule={considered} />
    </form>
  )
}
