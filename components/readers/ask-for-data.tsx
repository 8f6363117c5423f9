'use client'

import { useActionState } from 'react'
import { Field } from '@/components/discussion/field'
import styles from '@/components/discussion/form.module.css'
import { Slip } from './slip'

export type DataFormState = { kind: 'idle' } | { kind: 'invalid'; problem: string } | { kind: 'sent' }

type Props = {
  action: (state: DataFormState, form: FormData) => Promise<DataFormState>
  /** What comes back to its writer; null where nothing was sent. */
  typed: string | null
}

/** Asks for the address whose data somebody wants to see. */
export function AskForData({ action, typed }: Props) {
  const [state, submit] = useActionState(action, { kind: 'idle' }, '/your-data')
  if (state.kind === 'sent')
    return (
      <Slip
        title="Look into your mailbox"
        lede="A link is on its way to that address. It leads to what we keep of it, and works for two days."
      />
    )
  return (
    <Slip
      title="Your data"
      lede="Whoever has written here can see what is kept of their address, take a copy along, or have it erased. We mail you a link, so that nobody else can."
    >
      <form className={styles.form} action={submit} noValidate>
        <Field
          id="data-email"
          name="email"
          type="email"
          label="Email"
          hint="The one you wrote under"
          autoComplete="email"
          required
          defaultValue={typed ?? undefined}
          problem={state.kind === 'invalid' ? state.problem : undefined}
        />
        <div className={styles.send}>
          <button className={styles.button} type="submit">
            Mail me the link
          </button>
        </div>
      </form>
    </Slip>
  )
}
