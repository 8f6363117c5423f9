'use client'

import { useState } from 'react'
import type { Colleague } from '@/db/staff'
import { Member } from './member'
import styles from './staff.module.css'
import type { StaffActions } from './state'

type Props = { colleagues: Colleague[]; actions: StaffActions; ownId: number }

/** Everybody who signs in, and what an owner does about it. */
export function Colleagues({ colleagues, actions, ownId }: Props) {
  const [news, setNews] = useState('')
  const owners = colleagues.filter(
    (each) => each.role === 'owner' && each.state === 'active' && each.canSignIn,
  )
  return (
    <>
      <p role="status" className={styles.news}>
        {news}
      </p>
      <ul className={styles.colleagues}>
        {colleagues.map((colleague) => (
          <Member
            key={colleague.id}
            colleague={colleague}
            actions={actions}
            own={colleague.id === ownId}
            lastOwner={owners.length === 1 && owners[0]?.id === colleague.id}
            tell={setNews}
          />
        ))}
      </ul>
    </>
  )
}
