'use client'

import { Checkbox, TextInput } from '@mantine/core'
import Link from 'next/link'
import { type SyntheticEvent, useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { type Answer, refusalIn } from '@/components/dashboard/desk/answer'
import { useAsk } from '@/components/dashboard/desk/use-ask'
import styles from '@/components/dashboard/settings/form.module.css'
import { type Guard, GUARD_NAMES, GUARDS } from '@/domain/replace/guards'
import type { ReplaceQuery } from '@/domain/replace/query'
import { replacePath } from './addresses'
import own from './replace.module.css'

type Props = {
  /** The one article to look through; null for all. */
  scope: { id: number; title: string } | null
  query: ReplaceQuery | null
  action: (wanted: { query: ReplaceQuery; articleId: number | null }) => Promise<Answer>
}

const START: ReplaceQuery = { find: '', replacement: '', wholeWord: true, matchCase: true, open: [] }

/** What to look for, what to put there, and what may be touched. */
export function SearchForm({ scope, query, action }: Props) {
  const [typed, setTyped] = useState<ReplaceQuery>(query ?? START)
  const { said, isPending, ask } = useAsk()
  const change = (some: Partial<ReplaceQuery>) => setTyped({ ...typed, ...some })
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    // where it goes well the answer is another page
    ask(async () => refusalIn(await action({ query: typed, articleId: scope?.id ?? null })))
  }
  const opened = (guard: Guard, isOpen: boolean) =>
    change({ open: isOpen ? [...typed.open, guard] : typed.open.filter((each) => each !== guard) })
  return (
    <form className={styles.form} onSubmit={send}>
      {scope && (
        <p className={own.scope}>
          In <Link href={`/dashboard/articles/${scope.id}`}>{scope.title || 'Untitled'}</Link> alone.{' '}
          <Link href={replacePath()}>Look through all articles</Link>
        </p>
      )}
      <div className={styles.pair}>
        <TextInput
          label="Find"
          required
          withAsterisk={false}
          maxLength={200}
          value={typed.find}
          onChange={(event) => change({ find: event.currentTarget.value })}
        />
        <TextInput
          label="Replace with"
          maxLength={200}
          value={typed.replacement}
          onChange={(event) => change({ replacement: event.currentTarget.value })}
        />
      </div>
      <div className={own.choices}>
        <Checkbox
          label="Whole words only"
          checked={typed.wholeWord}
          onChange={(event) => change({ wholeWord: event.currentTarget.checked })}
        />
        <Checkbox
          label="Match case"
          checked={typed.matchCase}
          onChange={(event) => change({ matchCase: event.currentTarget.checked })}
        />
      </div>
      <fieldset className={own.guards}>
        <legend>Replace in these too</legend>
        {GUARDS.map((guard) => (
          <Checkbox
            key={guard}
            label={GUARD_NAMES[guard]}
            checked={typed.open.includes(guard)}
            onChange={(event) => opened(guard, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <div className={styles.end}>
        <BusyButton type="submit" variant="default" isBusy={isPending}>
          Show every place
        </BusyButton>
        <p role="status" data-refused={said !== '' || undefined}>
          {said}
        </p>
      </div>
    </form>
  )
}
