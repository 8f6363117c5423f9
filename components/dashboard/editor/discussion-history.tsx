import type { EditView } from '@/db/desk'
import { formatDate, formatDateTime, toIso } from '@/domain/dates'
import { eventInWords } from '@/domain/discussion/desk-words'
import styles from './discussion.module.css'
import { Section } from './section'

type Props = { history: EditView['discussion']['history']; timeZone: string }

/** What happened to the discussion, the newest first. */
export function DiscussionHistory({ history, timeZone }: Props) {
  if (history.length === 0) return null
  const format = (instant: Date) => formatDate(instant, timeZone)
  return (
    <Section title="History of the discussion">
      <ol className={styles.history} aria-label="History of the discussion">
        {history.map((event, i) => (
          <li key={`${event.at.getTime()}-${i}`}>
            {eventInWords(event, format)}{' '}
            <time className={styles.hint} dateTime={toIso(event.at)}>
              {formatDateTime(event.at, timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  )
}
