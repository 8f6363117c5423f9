import type { Metadata } from 'next'
import { Unsubscribe } from '@/components/readers/unsubscribe'
import { isWanted } from '@/db/unsubscribing'
import { answer } from '@/documents/reading'
import { readList } from '@/domain/mail/lists'
import { unsubscribePath } from '@/domain/mail/paths'
import { unseal } from '@/secret'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { privately } from '../../private'
import { beginMail, endMail } from './actions'

type Props = PageProps<'/unsubscribe/[token]'>

const read = (token: string) => readList(unseal('unsubscribe', token))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return read((await params).token)
    ? privately('Mail from us', 'End the mail you receive from us.')
    : NOT_FOUND
}

export default async function UnsubscribePage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const list = read(token)
  if (!list) return <NotFoundPage path={unsubscribePath(token)} />
  return (
    <Unsubscribe
      kind={list.kind}
      wanted={await isWanted(list)}
      token={token}
      end={endMail}
      begin={beginMail}
    />
  )
}
