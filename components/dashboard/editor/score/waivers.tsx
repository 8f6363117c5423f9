import { Button } from '@mantine/core'
import type { WaiverView } from '@/db/waivers'
import { formatNear, toIso } from '@/domain/dates'
import { checkName } from '@/domain/score/words'
import { PassageOfWaiver } from '@/components/dashboard/waivers/passage'
import styles from './score.module.css'

type Props = {
  waivers: readonly WaiverView[]
  mayWaive: boolean
  clock: { now: Date; ownZone: string }
  onEnd: (waiver: WaiverView) => void
}

/** What was let be, by whom and why; below it what no longer is. */
export function Waivers({ waivers, mayWaive, clock, onEnd }: Props) {
  const standing = waivers.filter(({ endedAt }) => endedAt === null)
  const ended = waivers.filter(({ endedAt }) => endedAt !== null)
  if (waivers.length === 0) return null
  const day = (instant: Date) => (
    <time dateTime={toIso(instant)}>{formatNear(instant, clock.now, clock.ownZone)}</time>
  )
  return (
    <details className={styles.group} open={standing.length > 0}>
      <summary>
        Waived <span className={styles.count}>{standing.length}</span>
      </summary>
      <ul className={styles.found}>
        {standing.map((waiver) => (
          <li key={waiver.id}>
            <Said waiver={waiver} />
            <p className={styles.mend}>
              {waiver.actor}, {day(waiver.waivedAt)}
            </p>
            {mayWaive && (
              <div className={styles.actions}>
                <Button size="compact-sm" variant="default" onClick={() => onEnd(waiver)}>
                  Take it back
                </Button>
              </div>
            )}
          </li>
        ))}
        {ended.map((waiver) => (
          <li key={waiver.id} data-ended>
            <Said waiver={waiver} />
            <p className={styles.mend}>
              {waiver.actor}. Ended {waiver.endedAt && day(waiver.endedAt)}:{' '}
              {waiver.endedBy ? `taken back by ${waiver.endedBy}` : 'the text changed'}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Said({ waiver }: { waiver: WaiverView }) {
  return (
    <>
      <p className={styles.name}>{checkName(waiver.check)}</p>
      {waiver.quote && (
        <p className={styles.quote} dir="auto">
          <PassageOfWaiver quote={waiver.quote} context={waiver.context} />
        </p>
      )}
      <p className={styles.why}>{waiver.reason}</p>
    </>
  )
}
