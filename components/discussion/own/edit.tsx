import slip from '@/components/readers/slip.module.css'
import { Slip } from '@/components/readers/slip'
import layout from '@/components/ui/layout.module.css'
import type { OwnComment } from '@/db/comments'
import { editCommentPath, ownCommentPath } from '@/domain/comments/paths'
import { formatDateTime } from '@/domain/dates'
import type { OwnForm } from './state'
import { TextForm } from './text-form'

type Props = {
  own: OwnComment
  token: string
  title: string
  timeZone: string
  action: OwnForm
  /** What was typed into the form and not taken; null where nothing was sent. */
  typed: string | null
}

/** Where the author of a comment changes its text, for as long as that is possible. */
export function EditComment({ own, token, title, timeZone, action, typed }: Props) {
  const { editableUntil, source } = own
  const note = editableUntil
    ? `Until ${formatDateTime(editableUntil, timeZone)}. Readers see that it was edited.`
    : 'The time for changes is over.'
  return (
    <Slip title={title} lede={note}>
      {(editableUntil || typed !== null) && (
        <TextForm
          path={editCommentPath(token)}
          token={token}
          className={slip.fold}
          action={action}
          name="comment"
          label="Comment"
          summary={null}
          button="Save"
          note=""
          text={source}
          typed={typed}
        />
      )}
      <p className={layout.small}>
        <a href={ownCommentPath(token)}>Back to what became of it</a>
      </p>
    </Slip>
  )
}
