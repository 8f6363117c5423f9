import { UnstyledButton } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import type { QueueItem } from '@/db/queue'
import { articlePath } from '@/domain/articles'
import { reasonInWords } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { toIso } from '@/domain/dates'
import { REPORT_REASON_NAMES } from '@/domain/moderation/reports'
import { AuthorNotes } from './author-notes'
import styles from '@/components/dashboard/queue/queue.module.css'

type Props = {
  item: QueueItem & { written: string }
  state: CommentState
  /** It stands on its own page. */
  isAlone: boolean
}

const LONG = 1_200

/** Who said what, where, and why it stands here. */
export function Said({ item, state, isAlone }: Props) {
  const { id, name, email, website, isStaff, article, parent, reasons, reports } = item
  const [whole, setWhole] = useState(item.source.length <= LONG)
  return (
    <>
      <header className={styles.who}>
        <h2 id={`by-${id}`} dir="auto">
          {name}
        </h2>
        {isStaff && <p>Staff</p>}
        {email && <p>{email}</p>}
        {website && (
          <p>
            <a href={website} rel="nofollow ugc noopener">
              {website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            </a>
          </p>
        )}
        <p>
          <time dateTime={toIso(item.createdAt)}>{item.written}</time>
        </p>
      </header>
      <div className={styles.said}>
        <p className={styles.where}>
          On{' '}
          {article.slug ? (
            <a
              href={
                state === 'published'
                  ? `${articlePath(article.slug)}/comments/${id}`
                  : articlePath(article.slug)
              }
              dir="auto"
            >
              {article.title}
            </a>
          ) : (
            article.title
          )}
          <Link
            href={`/dashboard/discussion?state=${item.state}&article=${article.id}`}
            className={styles.only}
            // a page of thirty links is not fetched ahead thirty times
            prefetch={false}
          >
            only this article
          </Link>
          {!isAlone && (
            <Link href={`/dashboard/discussion/comments/${id}`} className={styles.only} prefetch={false}>
              context, author and reply
            </Link>
          )}
        </p>
        {parent && !isAlone && (
          <blockquote className={styles.parent}>
            <b dir="auto">Answers {parent.name}:</b> {parent.source.slice(0, 300)}
          </blockquote>
        )}
        {/* sanitised when it was stored */}
        <div
          className={styles.text}
          data-cut={!whole || undefined}
          dir="auto"
          dangerouslySetInnerHTML={{ __html: item.html }}
        />
        {!whole && (
          <UnstyledButton className={styles.more} onClick={() => setWhole(true)}>
            Show the whole comment
          </UnstyledButton>
        )}
        {reports.length > 0 && (
          <details className={styles.reports}>
            <summary>
              {reports.length === 1 ? '1 reader reported it' : `${reports.length} readers reported it`}
            </summary>
            <ul>
              {reports.map(({ reason, text }, index) => (
                <li key={index}>
                  {REPORT_REASON_NAMES[reason]}
                  {text && (
                    <>
                      : <q dir="auto">{text}</q>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
        <AuthorNotes item={item} />
        {reasons.length > 0 && (
          <p className={styles.reasons}>
            <b>Why here:</b> {reasons.map(reasonInWords).join(' · ')}
          </p>
        )}
      </div>
    </>
  )
}
