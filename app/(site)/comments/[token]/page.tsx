import type { Metadata } from 'next'
import { cache } from 'react'
import { OwnCommentPage } from '@/components/discussion/own/page'
import { config } from '@/config'
import { getByToken } from '@/db/comments'
import { answer } from '@/documents/reading'
import { ownTitle } from '@/domain/comments/own'
import { ownCommentPath } from '@/domain/comments/paths'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { privately } from '../../private'
import { getSite, now } from '../../request'
import { appeal, follow, mailLink, unfollow, withdraw } from './actions'

type Props = PageProps<'/comments/[token]'>

const read = cache((token: string) => getByToken(token, now()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const own = await read((await params).token)
  return own ? privately(ownTitle(own), 'What became of your comment.') : NOT_FOUND
}

export default async function OwnPage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const own = await read(token)
  if (!own) return <NotFoundPage path={ownCommentPath(token)} />
  const { timeZone, email } = await getSite()
  return (
    <OwnCommentPage
      own={own}
      token={token}
      title={ownTitle(own)}
      timeZone={timeZone}
      email={email}
      sendsMail={config().smtpUrl !== undefined}
      actions={{ appeal, withdraw, follow, unfollow, mailLink }}
      typed={answer.returned()}
    />
  )
}
