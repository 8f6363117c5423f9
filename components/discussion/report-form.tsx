'use client'

import { useActionState } from 'react'
import layout from '@/components/ui/layout.module.css'
import { REPORT_REASON_NAMES, REPORT_REASONS, type ReportFormState } from '@/domain/moderation/reports'
import { Field } from './field'
import styles from './form.module.css'

type Props = {
  action: (state: ReportFormState, form: FormData) => Promise<ReportFormState>
  path: string
  commentId: number
  /** What comes back to its writer; null where nothing was sent. */
  typed: { reason: string; text: string } | null
}

const LOST = 'The page changed meanwhile, or something failed. Please send it once more.'

export function ReportForm({ action, path, commentId, typed }: Props) {
  const [answered, submit] = useActionState(action, { kind: 'idle' }, path)
  // a form of another build: its text arrived, but React cannot tell which form it belongs to
  const state: ReportFormState =
    typed && answered.kind === 'idle' ? { kind: 'refused', message: LOST } : answered
  if (state.kind === 'sent') return <Sent />
  const problems = state.kind === 'invalid' ? state.problems : {}
  const message = state.kind === 'refused' ? state.message : (problems.reason ?? problems.text)
  return (
    <form className={styles.form} action={submit} noValidate>
      {message && (
        <div className={styles.problems} role="alert" tabIndex={-1} autoFocus>
          <p className={styles.lead}>Your report was not sent.</p>
          <p>{message}</p>
        </div>
      )}
      <input type="hidden" name="id" value={commentId} />
      <fieldset className={styles.choices}>
        <legend className={styles.label}>What is wrong with it?</legend>
        {REPORT_REASONS.map((reason) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} defaultChecked={typed?.reason === reason} />
            {REPORT_REASON_NAMES[reason]}
          </label>
        ))}
      </fieldset>
      <Field
        id="report-text"
        name="text"
        label="More about it (optional)"
        rows={4}
        defaultValue={typed?.text}
        problem={problems.text}
      />
      <div className={styles.trap}>
        <label htmlFor="report-subject">Leave this empty</label>
        <input id="report-subject" name="subject" tabIndex={-1} autoComplete="off" />
      </div>
      <div className={styles.send}>
        <button className={styles.button} type="submit">
          Send report
        </button>
        <p className={layout.small}>The editors read it. Whoever wrote the comment does not learn of it.</p>
      </div>
    </form>
  )
}

function Sent() {
  return (
    <div className={styles.form}>
      <div className={styles.problems} role="status" tabIndex={-1} autoFocus>
        <p className={styles.lead}>Thank you.</p>
        <p>The editors will look at this comment.</p>
      </div>
    </div>
  )
}
