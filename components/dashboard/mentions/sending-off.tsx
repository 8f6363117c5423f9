import Link from 'next/link'
import { Notice } from '@/components/dashboard/desk/notice'

type Sending = { isOn: boolean; isStaging: boolean }

/** Says that nothing is sent, where nothing is. */
export function SendingOff({ isOn, isStaging }: Sending) {
  if (isOn && !isStaging) return null
  return (
    <Notice>
      <strong>Nothing is sent.</strong>{' '}
      {isStaging
        ? 'This is a staging copy: it tells no other site of anything.'
        : 'Telling other sites is switched off. What waits is sent when it is switched on again.'}{' '}
      <Link href="/dashboard/site">Site</Link>
    </Notice>
  )
}
