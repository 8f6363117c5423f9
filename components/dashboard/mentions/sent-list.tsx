import type { Route } from 'next'
import Link from 'next/link'
import type { OutgoingRow } from '@/db/outgoing-lists'
import { formatNearTime } from '@/domain/dates'
import { mayBeSentAgain } from '@/domain/mentions/sending'
import { sendingInWords } from '@/domain/mentions/sending-words'
import { Again, type SentSaid } from './again'
import styles from './sent.module.css'

type Props = {
  label: string
  mentions: OutgoingRow[]
  clock: { now: Date; timeZone: string }
  sendAgain: (mentionId: number) => Promise<SentSaid>
}

/** Links of ours to other sites, and what these were told. */
export function SentList({ label, mentions, clock: { now, timeZone }, sendAgain }: Props) {
  return (
    <ol className={styles.list} aria-label={label}>
      {mentions.map((mention) => (
        <li key={mention.id} className={styles.mention}>
          <div className={styles.what}>
            <h2>
              <a href={mention.target} rel="noreferrer nofollow" dir="ltr">
                {withoutScheme(mention.target)}
              </a>
            </h2>
            <p>
              {mention.isLinked ? 'In ' : 'No longer in '}
              <Link href={`/dashboard/articles/${mention.article.id}` as Route}>
                <bdi>{mention.article.title}</bdi>
              </Link>
            </p>
            {mention.endpoint && (
              <p>
                Endpoint <bdi>{mention.endpoint}</bdi>
              </p>
            )}
          </div>
          <p className={styles.state} data-state={mention.state}>
            {sendingInWords(mention, now, (instant) => formatNearTime(instant, now, timeZone))}{' '}
            {mention.statusUrl && (
              <a href={mention.statusUrl} rel="noreferrer nofollow">
                What became of it there
              </a>
            )}
          </p>
          {mayBeSentAgain(mention) && (
            <Again target={mention.target} action={sendAgain.bind(null, mention.id)} />
          )}
        </li>
      ))}
    </ol>
  )
}

const withoutScheme = (href: string) => href.replace(/^https?:\/\//, '')
