import { Send } from '@/components/dashboard/desk/send'
import { DECISIONS } from '@/components/dashboard/queue/decisions'
import styles from '@/components/dashboard/settings/form.module.css'
import type { QueueItem } from '@/db/queue'
import { ORDERED_AT_ONCE } from '@/domain/comments/bulk'
import type { QueueQuery } from '@/domain/comments/queue-input'
import { HiddenQuery } from './hidden-query'
import list from './many.module.css'
import { commentsInNumber } from './words'

type Props = {
  query: QueueQuery
  /** When they were counted. */
  at: Date
  count: number
  isMore: boolean
  /** The first of them. */
  items: QueueItem[]
  action: (form: FormData) => Promise<void>
}

const LONG = 160

/** What a decision about all of them would be about, and the buttons that make it. */
export function OrderMany({ query, at, count, isMore, items, action }: Props) {
  if (count === 0) return <p className={styles.outcome}>No comment meets these conditions.</p>
  const number = count.toLocaleString('en-GB')
  return (
    <form action={action} className={styles.form}>
      <HiddenQuery query={query} />
      <input type="hidden" name="at" value={at.getTime()} />
      <p className={styles.outcome}>
        {commentsInNumber(count)}.
        {isMore && (
          <small>
            There are more: one order is about {ORDERED_AT_ONCE.toLocaleString('en-GB')} at most, and looks no
            further than it can see. Give another when this one is done.
          </small>
        )}
      </p>
      <ul className={list.named} aria-label="The first of them">
        {items.map(({ id, name, source }) => (
          <li key={id}>
            <b dir="auto">{name}</b>: <span dir="auto">{short(source)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.end}>
        {DECISIONS.filter(([, wanted]) => wanted !== query.state).map(([label, wanted]) => (
          <Send key={wanted} name="to" value={wanted} variant={wanted === 'published' ? 'filled' : 'default'}>
            {label} {number}
          </Send>
        ))}
      </div>
    </form>
  )
}

const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG).trimEnd()} …` : text)
