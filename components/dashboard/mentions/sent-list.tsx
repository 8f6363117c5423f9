import { VisuallyHidden } from '@mantine/core'
import type { Route } from 'next'
import Link from 'next/link'
import { AskButton } from '@/components/dashboard/desk/ask-button'
import list from '@/components/dashboard/desk/outgoing.module.css'
import type { OutgoingRow } from '@/db/outgoing-lists'
import { formatNearTime } from '@/domain/dates'
import { mayBeSentAgain } from '@/domain/mentions/sending'
import { sendingInWords } from '@/domain/mentions/sending-words'
import styles from './sent.module.css'

type Props = {
  label: string
  mentions: OutgoingRow[]
  clock: { now: Date; timeZone: string }
  /** Gives what became of it, in words. */
  sendAgain: (mentionId: number) => Promise<string>
}

/** Links of ours to other sites, and what these were told. */
export function SentList({ label, mentions, clock: { now, timeZone }, sendAgain }: Props) {
  return (
    <ol className={list.list} aria-label={label}>
      {mentions.map((mention) => (
        <li key={mention.id} className={`${list.row} ${styles.mention}`}>
          <div className={list.what}>
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
            <div className={list.again}>
              <AskButton size="compact-sm" command={sendAgain.bind(null, mention.id)}>
                Send again<VisuallyHidden>: {mention.target}</VisuallyHidden>
              </AskButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const withoutScheme = (href: string) => href.replace(/^https?:\/\//, '')
