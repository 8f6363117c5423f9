import type { Metadata } from 'next'
import Link from 'next/link'
import { requireStaff } from '@/auth/guard'
import { Screen } from '@/components/dashboard/desk/screen'
import { YourMail } from '@/components/dashboard/mail/your-mail'
import { Group } from '@/components/dashboard/settings/group'
import { getDigestPeriod } from '@/db/settings'
import { listDigests } from '@/db/unsubscribing'
import { DIGEST_NAMES } from '@/domain/mail/digest-periods'
import { saveDigests } from './actions'

export const metadata: Metadata = { title: 'Your mail' }

export default async function YourMailPage() {
  const actor = await requireStaff('moderate')
  const digests = await listDigests(actor)
  const period = DIGEST_NAMES[await getDigestPeriod()].toLowerCase()
  return (
    <Screen title="Your mail" note={<Link href="/dashboard/discussion">All comments</Link>}>
      <Group
        id="digests"
        title="What you are told"
        about={`The links in these messages end them too. The site sends word of waiting comments ${period}.`}
      >
        <YourMail digests={digests} action={saveDigests} />
      </Group>
    </Screen>
  )
}
