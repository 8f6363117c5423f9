import Link from 'next/link'
import type { SameHand } from '@/db/comment-file'
import { countInWords } from '@/domain/counting'
import { COMMENT_STATES } from '@/domain/comments/states'
import { formatNearTime } from '@/domain/dates'
import { queuePath } from './addresses'
import styles from './file.module.css'
import { STATE_NAMES } from './words'

const TITLES: Record<SameHand['mark'], string> = {
  reader: 'The same confirmed reader',
  email: 'The same email address, as it was typed',
  address: 'From the same network, on that day',
}
const LONG = 120

type Props = { hand: SameHand; now: Date; timeZone: string }

/** What else came from the same hand: how much of it stands where, and the last of it. */
export function SameHandList({ hand: { mark, filter, counts, last }, now, timeZone }: Props) {
  return (
    <section className={styles.hand}>
      <h3>{TITLES[mark]}</h3>
      <ul className={styles.counts}>
        {COMMENT_STATES.map((state) => (
          <li key={state}>
            <Link href={queuePath({ ...filter, state })} prefetch={false}>
              {STATE_NAMES[state]}
            </Link>{' '}
            {countInWords(counts[state])}
          </li>
        ))}
      </ul>
      <ol className={styles.last}>
        {last.map(({ id, name, state, source, createdAt, article }) => (
          <li key={id}>
            <Link href={`/dashboard/discussion/comments/${id}`} prefetch={false} dir="auto">
              {source.length > LONG ? `${source.slice(0, LONG).trimEnd()} …` : source}
            </Link>
            <span>
              <bdi>{name}</bdi> on <bdi>{article.title}</bdi>, {formatNearTime(createdAt, now, timeZone)},{' '}
              {STATE_NAMES[state].toLowerCase()}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
