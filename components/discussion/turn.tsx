import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { CommentView } from '@/db/comment-views'
import type { PassageView } from '@/db/passages'
import { articlePath } from '@/domain/articles'
import { HONOUR_NAMES } from '@/domain/comments/honours'
import { commentPath, reportPath } from '@/domain/comments/paths'
import styles from './turn.module.css'

type Props = {
  comment: CommentView
  /** The slug of its article. */
  slug: string
  timeZone: string
  /** Whom it answers, where its place on the page does not show it. */
  answers?: CommentView | undefined
  /** Replies are taken, from this reader at least. */
  answerable: boolean
  reportable?: boolean
  /** It stands at the head of the discussion, and in its thread besides. */
  atHead?: boolean
}

/** One comment, as a turn in a transcript: who and when beside what was said. */
export function Turn({
  comment,
  slug,
  timeZone,
  answers,
  answerable,
  reportable = true,
  atHead = false,
}: Props) {
  const isReportable = reportable && !comment.staff
  const { id, createdAt, editedAt, html, tombstone, staff, afterClosing } = comment
  if (tombstone)
    return (
      <article className={styles.turn} id={`comment-${id}`}>
        <p className={styles.gone}>This comment was removed.</p>
      </article>
    )
  return (
    <article
      className={styles.turn}
      id={`${atHead ? 'pinned' : 'comment'}-${id}`}
      aria-label={`${atHead ? 'Pinned comment' : 'Comment'} by ${comment.name}`}
    >
      <header className={styles.who}>
        <p className={styles.name} data-staff={staff ? true : undefined}>
          <Name comment={comment} />
        </p>
        <p className={`${layout.small} ${layout.figures}`}>
          {staff && (afterClosing ? 'staff, after closing · ' : 'staff · ')}
          <a className={styles.when} href={commentPath(slug, id)} title="Permanent address of this comment">
            <Dated at={createdAt} timeZone={timeZone} withTime />
          </a>
          {editedAt && (
            <>
              {' · edited '}
              <Dated at={editedAt} timeZone={timeZone} withTime />
            </>
          )}
          {answers && (
            <>
              {' · to '}
              <a href={`#comment-${answers.id}`}>
                {answers.tombstone ? 'a removed comment' : <bdi>{answers.name}</bdi>}
              </a>
            </>
          )}
        </p>
        <Honours comment={comment} />
      </header>
      <div className={styles.said}>
        {comment.passage && <Quoted passage={comment.passage} slug={slug} />}
        {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
        <div className={styles.words} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
        {comment.writtenBefore && (
          <p className={styles.before}>
            Written before the correction of <Dated at={comment.writtenBefore} timeZone={timeZone} />
          </p>
        )}
        {comment.abridged && (
          <p className={styles.answer}>
            <a href={commentPath(slug, id)}>Read the whole comment</a>
          </p>
        )}
        {(answerable || isReportable) && (
          <p className={styles.answer}>
            {answerable && (
              <a href={`${commentPath(slug, id)}#reply`} rel="nofollow">
                Reply to <bdi>{comment.name}</bdi>
              </a>
            )}
            {isReportable && (
              <a href={reportPath(slug, id)} rel="nofollow">
                Report
              </a>
            )}
          </p>
        )}
      </div>
    </article>
  )
}

/** Where the words that follow come from. */
function Quoted({ passage: { fragment, isThere }, slug }: { passage: PassageView; slug: string }) {
  return (
    <p className={styles.quoted}>
      {isThere ? (
        <a href={`${articlePath(slug)}${fragment}`}>From the article</a>
      ) : (
        'From the article as it was: it no longer says this'
      )}
    </p>
  )
}

function Honours({ comment: { pinned, highlighted } }: Pick<Props, 'comment'>) {
  const names = [...(pinned ? [HONOUR_NAMES.pin] : []), ...(highlighted ? [HONOUR_NAMES.highlight] : [])]
  return names.length > 0 && <p className={styles.honours}>{names.join(' · ')}</p>
}

function Name({ comment: { name, website, staff } }: Pick<Props, 'comment'>) {
  if (staff?.isAuthor)
    return (
      <a href={`/authors/${staff.slug}`}>
        <bdi>{name}</bdi>
      </a>
    )
  if (staff || !website) return <bdi>{name}</bdi>
  return (
    <a href={website} rel="nofollow ugc noopener">
      <bdi>{name}</bdi>
    </a>
  )
}
