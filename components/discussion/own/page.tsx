import type { ReactNode } from 'react'
import slip from '@/components/readers/slip.module.css'
import { Slip } from '@/components/readers/slip'
import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { OwnComment } from '@/db/comments'
import { articlePath } from '@/domain/articles'
import { editCommentPath, ownCommentPath } from '@/domain/comments/paths'
import form from '../form.module.css'
import turn from '../turn.module.css'
import { Became } from './became'
import type { OwnActions } from './state'
import { TextForm } from './text-form'

type Props = {
  own: OwnComment
  token: string
  title: string
  timeZone: string
  /** Where the editors are reached. */
  email: string
  /** The site can send mail. */
  sendsMail: boolean
  actions: OwnActions
  /** What was typed into a form that was not taken. */
  typed: Record<string, string> | null
}

/** What became of a comment, for the one who wrote it, and what they can do about it. */
export function OwnCommentPage({ own, title, timeZone, email, ...rest }: Props) {
  const { comment, article } = own
  return (
    <Slip title={title} lede={<Became own={own} timeZone={timeZone} sendsMail={rest.sendsMail} />}>
      <p className={layout.small}>
        This page is yours alone. Keep its address to see what becomes of your comment.
      </p>
      <article className={slip.said} aria-label="Your comment">
        <p className={layout.small}>
          <bdi>{comment.name}</bdi>, <Dated at={comment.createdAt} timeZone={timeZone} withTime />
          {comment.editedAt && (
            <>
              , edited <Dated at={comment.editedAt} timeZone={timeZone} withTime />
            </>
          )}
          {article && (
            <>
              , on <a href={articlePath(article.slug)}>{article.title}</a>
            </>
          )}
        </p>
        {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
        <div className={turn.words} dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      </article>
      {(!own.withdrawnAt || rest.typed) && <Acts own={own} {...rest} />}
      {email && (
        <p className={layout.small}>
          A question about it? <a href={`mailto:${email}`}>Write to the editors</a>.
        </p>
      )}
    </Slip>
  )
}

type ActsProps = Omit<Props, 'title' | 'email' | 'timeZone'>

function Acts({ own, token, sendsMail, actions, typed }: ActsProps) {
  const { asked } = own
  const stands = !own.withdrawnAt
  const isAside = stands && own.state !== 'published'
  // a text that came too late is given back, whatever became of the comment meanwhile
  return (
    <div className={slip.folds}>
      {stands && own.editableUntil && (
        <p className={slip.fold}>
          <a href={editCommentPath(token)}>Edit</a>
        </p>
      )}
      {stands && sendsMail && (
        <details className={slip.fold} open={asked.follows || undefined}>
          <summary>Answers by email</summary>
          <Follow asked={asked} email={own.email} token={token} actions={actions} />
        </details>
      )}
      {stands && sendsMail && own.state === 'held' && asked.address === 'typed' && (
        <details className={slip.fold}>
          <summary>Confirm your address</summary>
          <Press token={token} action={actions.mailLink} label="Mail me the link">
            A link goes to {own.email}. It shows that the address is yours.
          </Press>
        </details>
      )}
      {((isAside && asked.appeal === null) || typed?.appeal !== undefined) && (
        <TextForm
          path={ownCommentPath(token)}
          token={token}
          className={slip.fold}
          action={actions.appeal}
          name="appeal"
          label="To the editors"
          summary="Appeal"
          button="Send"
          note="Once, and the editors alone read it."
          text=""
          typed={typed?.appeal ?? null}
        />
      )}
      {isAside && asked.appeal !== null && (
        <details className={slip.fold}>
          <summary>Your appeal</summary>
          <div>
            <p dir="auto">{asked.appeal}</p>
            <p className={layout.small}>The editors see it beside your comment.</p>
          </div>
        </details>
      )}
      {stands && (
        <details className={slip.fold}>
          <summary>Delete</summary>
          <Press token={token} action={actions.withdraw} label="Delete my comment">
            Readers no longer see it, for good. Where somebody answered, the answers stay.
          </Press>
        </details>
      )}
    </div>
  )
}

type FollowProps = { asked: OwnComment['asked']; email: string; token: string; actions: OwnActions }

function Follow({ asked, email, token, actions }: FollowProps) {
  if (!asked.follows)
    return (
      <Press token={token} action={actions.follow} label="Tell me of answers">
        {asked.address === 'confirmed'
          ? `Mail goes to ${email}: at once for the first answer, then gathered, once an hour at most.`
          : `A link goes to ${email} first. Press the button behind it, and answers are mailed to you.`}
      </Press>
    )
  const stop = (what: string) => (
    <Press token={token} action={actions.unfollow} label="Stop">
      {what}
    </Press>
  )
  if (asked.address === 'confirmed') return stop(`Answers are mailed to ${email}.`)
  if (asked.address === 'mailed')
    return stop(`Open the link that was mailed to ${email}: then answers are mailed to you.`)
  return (
    <>
      <Press token={token} action={actions.mailLink} label="Mail me the link">
        No link is on its way to {email}, and without one no answers are mailed. If several were sent lately,
        try again in an hour.
      </Press>
      {stop('You can also leave it.')}
    </>
  )
}

type PressProps = {
  token: string
  action: (form: FormData) => Promise<void>
  label: string
  children: ReactNode
}

function Press({ token, action, label, children }: PressProps) {
  return (
    <form action={action}>
      <input type="hidden" name="token" value={token} />
      <p>{children}</p>
      <button className={form.button} type="submit">
        {label}
      </button>
    </form>
  )
}
