'use client'

import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { BanView } from '@/db/bans'
import { BAN_KIND_NAMES } from '@/domain/moderation/ban-words'
import type { BanKind } from '@/domain/moderation/bans'
import { toIso } from '@/domain/dates'
import styles from './rules.module.css'
import type { BanActions } from './state'

type Shown = BanView & { until: string }

/** The bans that hold, and the way to end one. */
export function Bans({ bans, lift }: { bans: Shown[] } & Pick<BanActions, 'lift'>) {
  const [news, setNews] = useState('')
  return (
    <>
      <p role="status" className={styles.news}>
        {news}
      </p>
      {bans.length === 0 ? (
        <p className={styles.small}>Nobody is banned.</p>
      ) : (
        <ul className={styles.bans} aria-label="Bans">
          {bans.map((ban) => (
            <Ban key={ban.id} ban={ban} lift={lift} tell={setNews} />
          ))}
        </ul>
      )}
    </>
  )
}

const UNNAMED: Partial<Record<BanKind, string>> = {
  address: 'The network of a comment',
  erased: 'An erased email address',
}

type BanProps = { ban: Shown; tell: (sentence: string) => void } & Pick<BanActions, 'lift'>

function Ban({ ban, lift, tell }: BanProps) {
  const { id, kind, pattern, reason, by, endsAt, until } = ban
  const [pending, start] = useTransition()
  // a hash says nothing to anybody
  const whom = UNNAMED[kind] ?? pattern
  const end = () =>
    start(async () => {
      const answer = await lift({ id })
      tell(answer.kind === 'done' ? `${whom} may take part again.` : answer.sentence)
    })
  return (
    <li>
      <div>
        <h3>
          <bdi>{whom}</bdi>
        </h3>
        <p className={styles.small}>
          {BAN_KIND_NAMES[kind]}, until <time dateTime={toIso(endsAt)}>{until}</time>, by <bdi>{by}</bdi>
          {reason && (
            <>
              : <bdi>{reason}</bdi>
            </>
          )}
        </p>
      </div>
      <BusyButton variant="default" isBusy={pending} onClick={end} aria-label={`Lift the ban of ${whom}`}>
        Lift
      </BusyButton>
    </li>
  )
}
