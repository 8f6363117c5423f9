import type { Metadata } from 'next'
import { cache } from 'react'
import { OwnCommentPage } from '@/components/discussion/own/page'
import { config } from '@/config'
import { getByToken } from '@/db/comments'
import { answer } from '@/documents/reading'
import { ownTitle } from '@/domain/comments/own'
import { ownCommentPath } from '@/domain/comments/paths'
import { GonePage } from '../../gone-page'
import { NOT_FOUND } from '../../not-found-page'
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
  const { timeZone, email } = await getSite()
  if (!own)
    return (
      <GonePage
        path={ownCommentPath(token)}
        field="appeal"
        title="Your comment is gone"
        lede="Everything that was kept of its author was erased meanwhile, and the comment with it. What you wrote to the editors was not sent: here it is."
      >
        {email ? (
          <>
            To reach the editors all the same, write to <a href={`mailto:${email}`}>{email}</a>.
          </>
        ) : (
          'You can copy it from here.'
        )}
      </GonePage>
    )
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
