import type { CommentView } from '@/db/comment-views'
import { commentPath } from '@/domain/comments/paths'
import { Still } from '../still'
import styles from './thread.module.css'
import { Turn } from './turn'

// deeper replies are no longer indented, so they say whom they answer
const INDENTED = 3

type Props = {
  comments: CommentView[]
  slug: string
  timeZone: string
  answerable: boolean
}

/** Comments with their replies under them, in the order in which they were said. */
export function Thread(props: Props) {
  const branches = props.comments.map((comment) => (
    <Branch key={comment.id} {...props} comment={comment} level={0} />
  ))
  return (
    <Still as="ol" className={styles.turns}>
      {branches}
    </Still>
  )
}

type BranchProps = Omit<Props, 'comments'> & { comment: CommentView; level: number; answers?: string }

function Branch({ comment, level, answers, ...rest }: BranchProps) {
  const { replies, moreReplies, name } = comment
  const deeper = level + 1
  return (
    <li className={styles.branch}>
      <Turn comment={comment} answers={level > INDENTED ? answers : undefined} {...rest} />
      {(replies.length > 0 || moreReplies > 0) && (
        <ol className={styles.replies} data-flat={deeper > INDENTED || undefined}>
          {replies.map((reply) => (
            <Branch key={reply.id} {...rest} comment={reply} level={deeper} answers={name} />
          ))}
          {moreReplies > 0 && (
            <li className={styles.more}>
              <a href={`${commentPath(rest.slug, comment.id)}#replies`}>{repliesLeft(comment)}</a>
            </li>
          )}
        </ol>
      )}
    </li>
  )
}

function repliesLeft({ moreReplies, replies, name }: CommentView): string {
  const more = replies.length > 0 ? 'more ' : ''
  const count = moreReplies === 1 ? `1 ${more}reply` : `${moreReplies} ${more}replies`
  return name ? `${count} to ${name}` : count
}
