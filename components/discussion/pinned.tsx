import type { CommentView } from '@/db/comment-views'
import { Still } from '../still'
import styles from './pinned.module.css'
import { Turn } from './turn'

type Props = { comments: CommentView[]; slug: string; timeZone: string; answerable: boolean }

/** What staff put at the head of a discussion; each comment also stands where it was said. */
export function Pinned({ comments, ...shared }: Props) {
  return (
    <section className={styles.pinned} aria-label="Pinned comments">
      <Still as="ol" className={styles.list}>
        {comments.map((comment) => (
          <li key={comment.id} className={styles.comment}>
            <Turn comment={comment} {...shared} atHead />
          </li>
        ))}
      </Still>
    </section>
  )
}
