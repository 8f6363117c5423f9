'use client'

import { Checkbox } from '@mantine/core'
import { useActionState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import styles from '@/components/dashboard/settings/form.module.css'
import type { Digest } from '@/domain/mail/lists'

type Props = {
  digests: { kind: Digest; wanted: boolean }[]
  /** Answers whether it is saved. */
  action: (saved: boolean, form: FormData) => Promise<boolean>
}

const LABELS: Record<Digest, [label: string, about: string]> = {
  held: ['Comments wait for a decision', 'How many, and the newest of them'],
  closed: ['Discussions have closed', 'How they went, and the questions that nobody answered'],
}

/** The digests that a member of staff wants. */
export function YourMail({ digests, action }: Props) {
  const [isSaved, submit, isPending] = useActionState(action, false)
  return (
    <form className={styles.form} action={submit} key={JSON.stringify(digests)}>
      {digests.map(({ kind, wanted }) => (
        <Checkbox
          key={kind}
          name={kind}
          label={LABELS[kind][0]}
          description={LABELS[kind][1]}
          defaultChecked={wanted}
        />
      ))}
      <div className={styles.end}>
        <BusyButton type="submit" isBusy={isPending}>
          Save
        </BusyButton>
        <p role="status">{isSaved && !isPending && 'Saved.'}</p>
      </div>
    </form>
  )
}
