import Link from 'next/link'
import type { DeskRow } from '@/db/desk'
import { formatNear, formatNearTime, toIso } from '@/domain/dates'
import { Columns, TitleCell } from './cells'
import styles from './table.module.css'
import { discussionWords, STATE_NAMES } from './words'

type Clock = { now: Date; timeZone: string }
type Props = Clock & { label: string; rows: DeskRow[]; moderates: boolean }

export function ArticleTable({ label, rows, ...rest }: Props) {
  return (
    <table role="table" aria-label={label} className={styles.table}>
      <Columns names={['Title', 'State', 'Date', 'Discussion', 'Updated']} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, now, timeZone, moderates }: Clock & { row: DeskRow; moderates: boolean }) {
  const { id, title, state, hasChanges, updatedAt } = row
  const by = [row.people.join(', ') || row.owner, row.topic].filter(Boolean).join(' · ')
  return (
    <tr role="row" data-state={state}>
      <TitleCell id={id} title={title} by={by} />
      <td role="cell" className={styles.state}>
        <span className={styles.mark}>{STATE_NAMES[state]}</span>
        {hasChanges && state === 'published' && (
          <span className={styles.aside}>with unpublished changes</span>
        )}
      </td>
      <td role="cell" className={styles.date}>
        <Shown row={row} now={now} timeZone={timeZone} />
      </td>
      <td role="cell" className={styles.comments}>
        <Talk row={row} now={now} timeZone={timeZone} moderates={moderates} />
      </td>
      <td role="cell" className={styles.updated}>
        <span className={styles.narrow}>Updated </span>
        <time dateTime={toIso(updatedAt)}>{formatNearTime(updatedAt, now, timeZone)}</time>
      </td>
    </tr>
  )
}

function Shown({ row: { state, publishAt }, now, timeZone }: Clock & { row: DeskRow }) {
  if (!publishAt) return null
  const words = state === 'scheduled' ? formatNearTime : formatNear
  return (
    <>
      {state === 'scheduled' && 'For '}
      <time dateTime={toIso(publishAt)}>{words(publishAt, now, timeZone)}</time>
    </>
  )
}

function Talk({ row, now, timeZone, moderates }: Clock & { row: DeskRow; moderates: boolean }) {
  const { id, commentCount, discussion } = row
  const words = discussionWords(discussion, now, timeZone)
  const count = commentCount === 1 ? '1 comment' : `${commentCount.toLocaleString('en-GB')} comments`
  if (commentCount === 0 && !words) return null
  return (
    <>
      {commentCount === 0 ? (
        <span className={styles.narrow}>No comments</span>
      ) : moderates ? (
        <Link href={`/dashboard/discussion?state=published&article=${id}`}>{count}</Link>
      ) : (
        <span>{count}</span>
      )}
      {words && (
        <Link
          href={`/dashboard/articles/${id}#discussion`}
          className={styles.talk}
          data-below={commentCount > 0 || undefined}
          data-closed={discussion.state === 'closed' || undefined}
        >
          {words}
        </Link>
      )}
    </>
  )
}
