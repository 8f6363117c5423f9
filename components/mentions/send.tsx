'use client'

import { useActionState } from 'react'
import { Field } from '@/components/discussion/field'
import styles from '@/components/discussion/form.module.css'
import { Slip } from '@/components/readers/slip'
import { WEBMENTION_PATH } from '@/domain/mentions/paths'

type Named = 'source' | 'target'
export type SendMentionState = { kind: 'idle' } | { kind: 'refused'; field: Named; problem: string }

type Props = {
  action: (state: SendMentionState, form: FormData) => Promise<SendMentionState>
  siteName: string
  /** What comes back to its writer; null where nothing was sent. */
  typed: Record<Named, string> | null
}

/** Says what the address of webmentions is for, and lets people send one by hand. */
export function SendMention({ action, siteName, typed }: Props) {
  const [state, submit] = useActionState(action, { kind: 'idle' }, WEBMENTION_PATH)
  const problemOf = (field: Named) =>
    state.kind === 'refused' && state.field === field ? state.problem : undefined
  return (
    <Slip
      title="Mention us"
      lede={
        <>
          When a page of yours links to an article of {siteName}, say so here. We read your page, look for the
          link, and show the mention beneath the article. Sites that speak{' '}
          <a href="https://www.w3.org/TR/webmention/">Webmention</a> do this by themselves, at this address.
        </>
      }
    >
      <form className={styles.form} action={submit} noValidate>
        <Field
          id="mention-source"
          name="source"
          type="url"
          label="Your page"
          hint="The address of the page with the link"
          required
          defaultValue={typed?.source}
          problem={problemOf('source')}
        />
        <Field
          id="mention-target"
          name="target"
          type="url"
          label="Our article"
          hint="The address that your page links to"
          required
          defaultValue={typed?.target}
          problem={problemOf('target')}
        />
        <div className={styles.send}>
          <button className={styles.button} type="submit">
            Send the mention
          </button>
        </div>
      </form>
    </Slip>
  )
}
