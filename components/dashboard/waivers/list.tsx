import Link from 'next/link'
import type { WaiverView } from '@/db/waivers'
import { formatNearTime, toIso } from '@/domain/dates'
import { checkName, FIELD_NAMES } from '@/domain/score/words'
import { PassageOfWaiver } from './passage'
import { TakeBack } from './take-back'
import styles from './waivers.module.css'

type Waiver = WaiverView & { articleId: number; title: string }
type Props = { waivers: Waiver[]; mayEnd: boolean; clock: { now: Date; timeZone: string } }

/** Waivers with the words that they are about, the newest first. */
export function WaiverList({ waivers, mayEnd, clock }: Props) {
  const time = (instant: Date) => (
    <time dateTime={toIso(instant)}>{formatNearTime(instant, clock.now, clock.timeZone)}</time>
  )
  return (
    <ol className={styles.list} aria-label="Waivers">
      {waivers.map(({ id, articleId, title, check, field, quote, context, reason, actor, ...times }) => (
        <li key={id} className={styles.waiver} data-ended={times.endedAt ? '' : undefined}>
          <div className={styles.what}>
            <h2 dir="auto">
              <Link href={`/dashboard/articles/${articleId}`}>{title || 'Untitled'}</Link>
            </h2>
            <p>
              {checkName(check)} · {FIELD_NAMES[field]}
            </p>
            {quote && (
              <blockquote dir="auto">
                <PassageOfWaiver quote={quote} context={context} />
              </blockquote>
            )}
          </div>
          <p dir="auto">{reason}</p>
          <div className={styles.when}>
            <p>
              {actor}, {time(times.waivedAt)}
              <br />
              {times.endedAt ? (
                <>
                  Ended {time(times.endedAt)}:{' '}
                  {times.endedBy ? `taken back by ${times.endedBy}` : 'the text changed'}
                </>
              ) : (
                'Stands'
              )}
            </p>
            {mayEnd && !times.endedAt && (
              <TakeBack
                articleId={articleId}
                waiverId={id}
                about={`${quote || checkName(check)}, ${title || 'Untitled'}`}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
