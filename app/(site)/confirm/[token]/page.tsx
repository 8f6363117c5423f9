import type { Metadata } from 'next'
import { ConfirmAddress } from '@/components/readers/confirm-address'
import { answer } from '@/documents/reading'
import { confirmPath } from '@/domain/mail/paths'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { privately } from '../../private'
import { confirmAddress } from './actions'
import { readLink } from './read'

type Props = PageProps<'/confirm/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const link = await readLink((await params).token)
  return link ? privately('Your address', 'Confirm that an address is yours.') : NOT_FOUND
}

export default async function ConfirmPage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const link = await readLink(token)
  if (!link) return <NotFoundPage path={confirmPath(token)} />
  if (link.state === 'over') answer.status(410)
  return (
    <ConfirmAddress
      email={link.email}
      state={link.state}
      comment={link.comment}
      token={token}
      action={confirmAddress}
    />
  )
}
