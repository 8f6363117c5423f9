import type { ReactNode } from 'react'
import head from '@/components/ui/head.module.css'
import layout from '@/components/ui/layout.module.css'
import type { CommentInContext } from '@/db/comment-context'
import { articlePath } from '@/domain/articles'
import { commentPath, discussionPath, repliesPath } from '@/domain/comments/paths'
import { commentsInWords } from '@/domain/discussion/counts'
import styles from './in-context.module.css'
import { StateLine } from './state-line'
import { Thread } from './thread'
import { Turn } from './turn'

type Props = {
  found: CommentInContext
  title: string
  /** The replies start with the first one. */
  isFirst: boolean
  /** This reader may write: comments are open, or it is staff who may still answer. */
  writable: boolean
  timeZone: string
  /** The form for a reply; it stays here where none is taken, to give a refused text back. */
  children: ReactNode
}

/** One comment at its permanent address, between what it answers and the replies to it. */
export function InContext({ found, title, isFirst, writable, timeZone, children }: Props) {
  const { article, comment, ancestors, next } = found
  const { slug, discussion } = article
  const shared = { slug, timeZone, answerable: writable }
  const above = ancestors[0]?.parentId ?? null
  const hasReplies = comment.replies.length > 0
  return (
    <div className={`${layout.grid} ${styles.context}`}>
      <header className={styles.head}>
        <p className={`${head.above} ${styles.article}`}>
          <a href={articlePath(slug)} dir="auto">
            {article.title}
          </a>
        </p>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        <p className={styles.all}>
          <a href={discussionPath(slug)}>All {commentsInWords(article.commentCount)}</a>
        </p>
      </header>
      {ancestors.length > 0 && (
        <section className={styles.ancestors} aria-label="What it answers">
          {above !== null && (
            <p className={styles.above}>
              <a href={commentPath(slug, above)}>Further up this thread</a>
            </p>
          )}
          <ol className={styles.line}>
            {ancestors.map((ancestor) => (
              <li key={ancestor.id}>
                <Turn comment={ancestor} {...shared} answerable={false} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className={styles.comment}>
        <Turn comment={comment} {...shared} answerable={false} />
      </div>
      {hasReplies && (
        <section className={styles.replies} id="replies" aria-labelledby="replies-title">
          <h2 className={styles.subtitle} id="replies-title">
            Replies
          </h2>
          <Thread comments={comment.replies} {...shared} />
          {(next || !isFirst) && (
            <nav className={styles.pages} aria-label="Pages of replies">
              {!isFirst && <a href={repliesPath(slug, comment.id)}>First replies</a>}
              {next && (
                <a href={repliesPath(slug, comment.id, next)} rel="next">
                  More replies
                </a>
              )}
            </nav>
          )}
        </section>
      )}
      <section className={styles.reply} id="reply" aria-label="Write a reply">
        <p className={styles.state}>
          <StateLine discussion={discussion} timeZone={timeZone} />
        </p>
        {children}
      </section>
    </div>
  )
}
