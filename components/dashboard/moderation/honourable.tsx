'use client'

import { useRouter } from 'next/navigation'
import type { CommentView } from '@/db/comment-views'
import { commentPath } from '@/domain/comments/paths'
import { toIso } from '@/domain/dates'
import { Honours } from './honours'
import styles from './honours.module.css'
import type { GiveHonour } from './state'

type Props = {
  label: string
  comments: (CommentView & { written: string })[]
  /** The slug of their article. */
  slug: string
  give: GiveHonour
}

/** Published comments of one article, each with its buttons. */
export function Honourable({ label, comments, slug, give }: Props) {
  const router = useRouter()
  return (
    <ol className={styles.list} aria-label={label}>
      {comments.map((comment) => (
        <li key={comment.id} className={styles.comment} data-pinned={comment.pinned || undefined}>
          <p className={styles.who}>
            <b dir="auto">{comment.name}</b>
            <a href={commentPath(slug, comment.id)}>
              <time dateTime={toIso(comment.createdAt)}>{comment.written}</time>
            </a>
          </p>
          {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
          <div className={styles.text} dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
          <Honours
            // what the server says counts as soon as it says something else
            key={`${comment.pinned} ${comment.highlighted}`}
            comment={comment}
            give={give}
            onGiven={() => router.refresh()}
          />
        </li>
      ))}
    </ol>
  )
}
