import type { ReactNode } from 'react'
import layout from '@/components/ui/layout.module.css'
import type { CommentInContext } from '@/db/comment-context'
import { articlePath } from '@/domain/articles'
import { commentPath } from '@/domain/comments/paths'
import styles from './in-context.module.css'
import { Turn } from './turn'

type Props = { found: CommentInContext; timeZone: string; children: ReactNode }

/** The comment that is reported, and the form beneath it. */
export function Reporting({ found: { article, comment }, timeZone, children }: Props) {
  return (
    <div className={`${layout.grid} ${styles.context}`}>
      <header className={styles.head}>
        <p className={styles.article}>
          <a href={articlePath(article.slug)} dir="auto">
            {article.title}
          </a>
        </p>
        <h1 className={styles.title}>Report a comment</h1>
        <p className={styles.all}>
          <a href={commentPath(article.slug, comment.id)}>Back to the comment</a>
        </p>
      </header>
      <div className={styles.comment}>
        <Turn
          comment={comment}
          slug={article.slug}
          timeZone={timeZone}
          answerable={false}
          reportable={false}
        />
      </div>
      <section className={styles.reply} aria-label="Your report">
        {children}
      </section>
    </div>
  )
}
