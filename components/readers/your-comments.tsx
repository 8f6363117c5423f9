import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { WrittenHere } from '@/db/own-comments'
import { abridge } from '@/domain/comments/abridge'
import { commentText } from '@/domain/comments/markdown'
import { ownTitle } from '@/domain/comments/own'
import { ownCommentPath } from '@/domain/comments/paths'
import { Slip } from './slip'
import styles from './slip.module.css'

const SHOWN = 160

/** What was written in this browser lately, each with the page on which it can be changed. */
export function YourComments({ comments, timeZone }: { comments: WrittenHere[]; timeZone: string }) {
  if (comments.length === 0)
    return (
      <Slip
        title="Your comments"
        lede="Nothing was written in this browser within the last day. A comment that had to wait has a page of its own, at the address where you were led after posting."
      />
    )
  return (
    <Slip
      title="Your comments"
      lede="What you wrote in this browser within the last day. Open one to edit or delete it."
    >
      <ul className={styles.list}>
        {comments.map((comment) => (
          <li key={comment.token}>
            <a href={ownCommentPath(comment.token)}>{ownTitle(comment)}</a>
            <p dir="auto">{abridge(commentText(abridge(comment.source)), SHOWN)}</p>
            <p className={layout.small}>
              <Dated at={comment.createdAt} timeZone={timeZone} withTime />, on {comment.title}
            </p>
          </li>
        ))}
      </ul>
    </Slip>
  )
}
