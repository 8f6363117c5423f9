import type { ReactNode } from 'react'
import layout from '@/components/ui/layout.module.css'
import type { ArticleView } from '@/db/articles'
import type { ThreadPage } from '@/db/threads'
import { ORDER_NAMES, THREAD_ORDERS, type ThreadOrder } from '@/domain/comments/order'
import { discussionPath } from '@/domain/comments/paths'
import { commentsInWords, mentionsInWords } from '@/domain/discussion/counts'
import { allOf } from '@/domain/mentions/counted'
import styles from './discussion.module.css'
import { MentionedIn } from './mentioned-in'
import { Note } from './note'
import { Pinned } from './pinned'
import { RepliesElsewhere } from './replies-elsewhere'
import { StateLine } from './state-line'
import { Thread } from './thread'

type Props = {
  article: Pick<ArticleView, 'slug' | 'counts' | 'discussion' | 'mentions' | 'elsewhere' | 'closingNote'>
  thread: ThreadPage
  order: ThreadOrder
  /** The page starts with the first thread in this order. */
  isFirst: boolean
  /** This reader may begin a thread: comments are open, or it is staff who may still write. */
  writable: boolean
  /** This reader may reply. */
  answerable: boolean
  timeZone: string
  /** The form for a new comment; it stays here while comments are closed, to give a refused text back. */
  children: ReactNode
}

/** All that is said about an article, and whether more can be said. */
export function Discussion({
  article,
  thread,
  order,
  isFirst,
  writable,
  answerable,
  timeZone,
  children,
}: Props) {
  const { slug, counts, discussion, mentions, elsewhere, closingNote } = article
  return (
    <section
      className={`${layout.grid} ${styles.discussion}`}
      id="discussion"
      aria-labelledby="discussion-title"
    >
      <h2 className={styles.title} id="discussion-title">
        <Counts {...counts} />
      </h2>
      <p className={styles.state}>
        <StateLine discussion={discussion} timeZone={timeZone} />
        {writable && thread.roots.length > 0 && (
          <>
            {' '}
            <a href="#write">Write a comment</a>
          </>
        )}
      </p>
      {closingNote && <Note note={closingNote} timeZone={timeZone} />}
      {(mentions.length > 0 || allOf(elsewhere.counts) > elsewhere.counts.reply) && (
        <div className={styles.mentions}>
          <MentionedIn {...article} timeZone={timeZone} />
        </div>
      )}
      {thread.pinned.length > 0 && (
        <Pinned comments={thread.pinned} slug={slug} timeZone={timeZone} answerable={answerable} />
      )}
      {thread.roots.length > 0 && (
        <div className={styles.thread}>
          {(thread.roots.length > 1 || !isFirst) && <Orders slug={slug} order={order} />}
          <Thread comments={thread.roots} slug={slug} timeZone={timeZone} answerable={answerable} />
          <Pages slug={slug} order={order} isFirst={isFirst} next={thread.next} />
        </div>
      )}
      {elsewhere.replies.length > 0 && (
        <RepliesElsewhere
          replies={elsewhere.replies}
          count={elsewhere.counts.reply}
          slug={slug}
          timeZone={timeZone}
        />
      )}
      <div className={styles.write} id="write">
        {children}
      </div>
    </section>
  )
}

/** In the words of `countsInWords`, broken into lines after the dot and not before it. */
function Counts({ comments, mentions }: Props['article']['counts']) {
  if (mentions === 0) return commentsInWords(comments)
  return (
    <>
      <span className={styles.together}>{commentsInWords(comments)} ·</span> {mentionsInWords(mentions)}
    </>
  )
}

type Place = { slug: string; order: ThreadOrder }

function Orders({ slug, order }: Place) {
  return (
    <nav className={styles.orders} aria-label="Order of the comments">
      {THREAD_ORDERS.map((each) => (
        <a
          key={each}
          href={discussionPath(slug, each)}
          rel="nofollow"
          aria-current={each === order ? 'true' : undefined}
        >
          {ORDER_NAMES[each]}
        </a>
      ))}
    </nav>
  )
}

function Pages({ slug, order, isFirst, next }: Place & { isFirst: boolean; next: string | null }) {
  if (isFirst && !next) return null
  return (
    <nav className={styles.pages} aria-label="Pages of comments">
      {!isFirst && (
        <a href={discussionPath(slug, order)}>{order === 'oldest' ? 'First comments' : 'Newest comments'}</a>
      )}
      {next && (
        <a href={discussionPath(slug, order, next)} rel="next">
          {order === 'oldest' ? 'More comments' : 'Earlier comments'}
        </a>
      )}
    </nav>
  )
}
