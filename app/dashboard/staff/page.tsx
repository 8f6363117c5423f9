import type { Metadata } from 'next'
import { requireStaff } from '@/auth/guard'
import { Screen } from '@/components/dashboard/desk/screen'
import { Group } from '@/components/dashboard/settings/group'
import { Colleagues } from '@/components/dashboard/staff/colleagues'
import { Invite } from '@/components/dashboard/staff/invite'
import { listStaff } from '@/db/staff'
import { changeRole, invite, makeLink, setState, signOutEverywhere } from './actions'

export const metadata: Metadata = { title: 'Staff' }

export default async function StaffPage() {
  const actor = await requireStaff('manage-staff')
  const now = new Date()
  return (
    <Screen title="Staff">
      <Group
        id="invite"
        title="Invite a colleague"
        about="Makes a link by which they choose a password of their own."
      >
        <Invite action={invite} />
      </Group>
      <Group
        id="colleagues"
        title="Colleagues"
        about="A role counts from the next click on. Whoever is suspended is signed out at once; what they wrote stays."
      >
        <div>
          <Colleagues
            colleagues={await listStaff(now)}
            actions={{ changeRole, setState, signOutEverywhere, makeLink }}
            ownId={actor.accountId}
          />
        </div>
      </Group>
    </Screen>
  )
}
