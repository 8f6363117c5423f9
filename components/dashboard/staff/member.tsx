import { NativeSelect } from '@mantine/core'
import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { Colleague } from '@/db/staff'
import { ROLE_NAMES, ROLES } from '@/domain/roles'
import { Given } from './given'
import styles from './staff.module.css'
import type { StaffAnswer, OneTimeLink, StaffActions } from './state'

type Props = {
  colleague: Colleague
  actions: StaffActions
  own: boolean
  /** The only one who can let others in. */
  lastOwner: boolean
  tell: (sentence: string) => void
}

const OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))

export function Member({ colleague, actions, own, lastOwner, tell }: Props) {
  const { id, name, email, state } = colleague
  const [role, setRole] = useState(colleague.role)
  const [link, setLink] = useState<OneTimeLink | null>(null)
  const [pending, start] = useTransition()
  const ask = (action: () => Promise<StaffAnswer>, done: string) =>
    start(async () => {
      const answer = await action()
      if (answer.kind === 'link') setLink(answer.link)
      tell(answer.kind === 'refused' ? answer.sentence : done)
    })
  const why = lastOwner ? 'The only owner who can sign in: make somebody else one first.' : undefined
  return (
    <li className={styles.member}>
      <div className={styles.who}>
        <h3 dir="auto">{name}</h3>
        <p>{email}</p>
        <p>{statusOf(colleague, own)}</p>
      </div>
      <div className={styles.role}>
        <NativeSelect
          aria-label={`Role of ${name}`}
          data={OPTIONS}
          value={role}
          disabled={lastOwner}
          description={why}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => setRole(ROLES.find((each) => each === event.currentTarget.value) ?? role)}
        />
        {role !== colleague.role && (
          <BusyButton
            isBusy={pending}
            onClick={() => ask(() => actions.changeRole({ id, role }), `${name} is ${ROLE_NAMES[role]} now.`)}
          >
            Change role
          </BusyButton>
        )}
      </div>
      <div className={styles.acts}>
        {colleague.sessions > 0 && (
          <BusyButton
            variant="default"
            isBusy={pending}
            onClick={() => ask(() => actions.signOutEverywhere({ id }), `${name} is signed out everywhere.`)}
          >
            Sign out everywhere
          </BusyButton>
        )}
        {state === 'active' && (
          <BusyButton
            variant="default"
            isBusy={pending}
            onClick={() =>
              ask(() => actions.makeLink({ id }), `A new link for ${name} stands below the name.`)
            }
          >
            New password link
          </BusyButton>
        )}
        {!own &&
          (state === 'active' ? (
            <BusyButton
              variant="default"
              isBusy={pending}
              onClick={() =>
                ask(
                  () => actions.setState({ id, state: 'suspended' }),
                  `${name} is suspended and signed out.`,
                )
              }
            >
              Suspend
            </BusyButton>
          ) : (
            <BusyButton
              variant="default"
              isBusy={pending}
              onClick={() =>
                ask(() => actions.setState({ id, state: 'active' }), `${name} may sign in again.`)
              }
            >
              Let back in
            </BusyButton>
          ))}
      </div>
      {link && (
        <div className={styles.wide}>
          <Given {...link} />
        </div>
      )}
    </li>
  )
}

function statusOf({ state, canSignIn, sessions }: Colleague, own: boolean): string {
  if (state === 'suspended') return 'Suspended'
  if (!canSignIn) return 'Invited: has not chosen a password yet'
  const where = sessions === 1 ? 'on 1 browser' : `on ${sessions} browsers`
  return sessions === 0 ? 'Signed out' : `Signed in ${where}${own ? ', this one among them' : ''}`
}
