import type { CommentView } from '@/db/comment-views'
import { repliesPath } from '@/domain/comments/paths'
import { encodeCursor } from '@/domain/paging'
import { Still } from '../still'
import styles from './thread.module.css'
import { Turn } from './turn'

// deeper replies are no longer indented, so they say whom they answer
const INDENTED = 3
// what stands deeper is read on a page of its own
const DEEPEST = 8

type Props = {
  comments: CommentView[]
  slug: string
  timeZone: string
  answerable: boolean
}

/** Comments with their replies under them. */
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

type BranchProps = Omit<Props, 'comments'> & {
  comment: CommentView
  level: number
  answers?: CommentView | undefined
}

function Branch({ comment, level, answers, ...rest }: BranchProps) {
  const { replies, moreReplies } = comment
  const deeper = level + 1
  const goesOn = deeper > DEEPEST
  return (
    <li className={styles.branch}>
      <Turn comment={comment} answers={level > INDENTED ? answers : undefined} {...rest} />
      {(replies.length > 0 || moreReplies > 0) && (
        <ol className={styles.replies} data-flat={deeper > INDENTED || undefined}>
          {!goesOn &&
            replies.map((reply) => (
              <Branch key={reply.id} {...rest} comment={reply} level={deeper} answers={comment} />
            ))}
          {(goesOn || moreReplies > 0) && (
            <li className={styles.more}>
              {goesOn ? <GoesOn {...rest} comment={comment} /> : <More {...rest} comment={comment} />}
            </li>
          )}
        </ol>
      )}
    </li>
  )
}

type LinkProps = { comment: CommentView; slug: string }

/** To the replies after those that stand here. */
function More({ comment: { id, name, replies, moreReplies }, slug }: LinkProps) {
  const last = replies.at(-1)
  return (
    <a href={repliesPath(slug, id, last ? encodeCursor(last.id) : null)} rel="nofollow">
      {repliesInWords(moreReplies, last ? 'more ' : '')}
      <To name={name} />
    </a>
  )
}

/** To all that stands under a comment too deep for this page. */
function GoesOn({ comment: { id, name, replies, moreReplies }, slug }: LinkProps) {
  return (
    <a href={repliesPath(slug, id)} rel="nofollow">
      Continue this thread: {repliesInWords(replies.length + moreReplies)}
      <To name={name} />
    </a>
  )
}

const To = ({ name }: { name: string }) =>
  name && (
    <>
      {' to '}
      <bdi>{name}</bdi>
    </>
  )

const repliesInWords = (count: number, more = '') => `${count} ${more}${count === 1 ? 'reply' : 'replies'}`
