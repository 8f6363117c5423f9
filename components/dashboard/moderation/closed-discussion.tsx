import Link from 'next/link'
import type { ClosedLately } from '@/db/closed-lately'
import { articlePath } from '@/domain/articles'
import { commentPath } from '@/domain/comments/paths'
import { countInWords } from '@/domain/counting'
import { formatDate } from '@/domain/dates'
import { commentsInWords } from '@/domain/discussion/counts'
import { stateInWords } from '@/domain/discussion/desk-words'
import styles from './closed-discussion.module.css'

const LONG = 200

/** How one discussion went that closed, and the questions that stand open in it. */
export function ClosedDiscussion({ closed, timeZone }: { closed: ClosedLately; timeZone: string }) {
  const { id, slug, title, state, comments, isPart, byStaff, guests, held, questions } = closed
  return (
    <li className={styles.closed}>
      <h2>
        <a href={`${articlePath(slug)}#discussion`} dir="auto">
          {title}
        </a>
      </h2>
      <p>{stateInWords(state, (instant) => formatDate(instant, timeZone))}</p>
      <p className={styles.went}>
        {commentsInWords(comments)}
        {isPart && '; of the newest 1,000'}
        {byStaff > 0 && `, ${byStaff}${isPart ? '' : ' of them'} by staff`}
        {guests > 0 && `, from ${guests === 1 ? '1 guest' : `${guests} guests`}`}
        {held > 0 && (
          <>
            ,{' '}
            <Link href={`/dashboard/discussion?article=${id}`}>
              {held === 1 ? '1 waits for a decision' : `${countInWords(held)} wait for a decision`}
            </Link>
          </>
        )}
      </p>
      {questions.length > 0 && (
        <>
          <h3>Nobody answered</h3>
          <ul>
            {questions.map((question) => (
              <li key={question.id}>
                <a href={commentPath(slug, question.id)}>
                  <bdi>{question.name}</bdi>
                </a>
                : <span dir="auto">{short(question.source)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG).trimEnd()} …` : text)
