'use client'

import { useActionState } from 'react'
import layout from '@/components/ui/layout.module.css'
import { type CommentFormState, type CommentValues, IDLE } from '@/domain/comments/form'
import { COMMENT_FIELDS } from '@/domain/comments/input'
import { Field } from './field'
import styles from './form.module.css'

type Action = (state: CommentFormState, form: FormData) => Promise<CommentFormState>

type Props = {
  action: Action
  /** Where the form is sent and shown again: the address of its page. */
  path: string
  /** What comes back to its writer; null where nothing was sent. */
  typed: CommentValues | null
  articleId: number
  /** The comment that is answered; null for one of its own. */
  parentId: number | null
  /** The box for answers by email is ticked; null where the site sends no mail. */
  follows: boolean | null
  /** When the form was rendered, signed. */
  stamp: string
  /** The name of the member of staff who reads; null for guests. */
  staffName: string | null
  /** A comment is taken now. Otherwise the form shows only what comes back from it. */
  open: boolean
  /** The module that fills in the field `proof` while somebody writes; null where nothing is asked of browsers. */
  module: string | null
  title: string
  /** What is said under the button. */
  note: string
}

const CHANGED =
  'The page changed while you were writing, or something failed. Here is your text: please post it once more.'
const TOO_LATE = 'The page has changed while you were writing and takes no comments now. Here is your text.'

/** The form for a comment. It stays mounted when comments close, so that a refused text is given back. */
export function CommentForm(props: Props) {
  const [answered, submit] = useActionState(props.action, IDLE, props.path)
  const { typed, open } = props
  // a form of another build or address: its text arrived, but React cannot tell which form it belongs to
  const state: CommentFormState =
    typed && answered.kind === 'idle' ? { kind: 'refused', message: open ? CHANGED : TOO_LATE } : answered
  if (open) return <OpenForm {...props} state={state} submit={submit} />
  return typed && <GivenBack state={state} comment={typed.comment} />
}

function GivenBack({ state, comment }: { state: CommentFormState; comment: string }) {
  return (
    <div className={styles.form}>
      <Problems state={state} />
      <Field id="your-comment" label="Your comment" rows={8} readOnly defaultValue={comment} />
    </div>
  )
}

function OpenForm({
  state,
  submit,
  typed,
  articleId,
  parentId,
  follows,
  stamp,
  module,
  staffName,
  title,
  note,
}: Props & { state: CommentFormState; submit: (form: FormData) => void }) {
  const problems = state.kind === 'invalid' ? state.problems : {}
  return (
    <form className={styles.form} action={submit} aria-labelledby="comment-form-title" noValidate>
      <h2 className={styles.title} id="comment-form-title">
        {title}
      </h2>
      <Problems state={state} />
      <input type="hidden" name="form" value="comment" />
      <input type="hidden" name="article" value={articleId} />
      {parentId !== null && <input type="hidden" name="parent" value={parentId} />}
      <input type="hidden" name="stamp" value={stamp} />
      {module && (
        <>
          <input type="hidden" name="proof" />
          <script type="module" src={module} async />
        </>
      )}
      {staffName === null ? (
        <>
          <div className={styles.pair}>
            <Field
              id="comment-name"
              name="name"
              label="Name"
              autoComplete="name"
              required
              defaultValue={typed?.name}
              problem={problems.name}
            />
            <Field
              id="comment-email"
              name="email"
              type="email"
              label="Email"
              hint="Never shown"
              autoComplete="email"
              required
              defaultValue={typed?.email}
              problem={problems.email}
            />
          </div>
          <Field
            id="comment-website"
            name="website"
            inputMode="url"
            label="Website (optional)"
            autoComplete="url"
            defaultValue={typed?.website}
            problem={problems.website}
          />
          <div className={styles.trap}>
            <label htmlFor="comment-subject">Leave this empty</label>
            <input id="comment-subject" name="subject" tabIndex={-1} autoComplete="off" />
          </div>
        </>
      ) : (
        <p className={styles.as}>
          You write as <bdi>{staffName}</bdi>.
        </p>
      )}
      <Field
        id="comment-comment"
        name="comment"
        label="Comment"
        hint="*emphasis*, **strong**, `code`, > quote; web addresses become links"
        rows={7}
        required
        defaultValue={typed?.comment}
        problem={problems.comment}
      />
      {staffName === null && follows !== null && (
        <label className={styles.follow}>
          <input type="checkbox" name="follow" defaultChecked={follows} /> Tell me when somebody answers
        </label>
      )}
      <div className={styles.send}>
        <button className={styles.button} type="submit">
          Post comment
        </button>
        <p className={layout.small}>
          {note}
          {staffName === null && (
            <>
              {' '}
              To change or delete it afterwards: <a href="/your-comments">your comments</a>.
            </>
          )}
        </p>
      </div>
    </form>
  )
}

/** Why the comment was not taken; it has the focus when the page comes back. */
function Problems({ state }: { state: CommentFormState }) {
  if (state.kind === 'idle') return null
  return (
    <div className={styles.problems} role="alert" tabIndex={-1} autoFocus>
      <p className={styles.lead}>Your comment was not posted.</p>
      {state.kind === 'refused' ? (
        <p>{state.message}</p>
      ) : (
        <ul className={styles.list}>
          {COMMENT_FIELDS.map(
            (field) =>
              state.problems[field] && (
                <li key={field}>
                  <a href={`#comment-${field}`}>{state.problems[field]}</a>
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  )
}
