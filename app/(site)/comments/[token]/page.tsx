import type { Metadata } from 'next'
import { cache } from 'react'
import { OwnCommentPage } from '@/components/discussion/own-comment'
import { getByToken } from '@/db/comments'
import { answer } from '@/documents/reading'
import { ownTitle } from '@/domain/comments/own'
import { ownCommentPath } from '@/domain/comments/paths'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { getSite, now } from '../../request'

type Props = PageProps<'/comments/[token]'>

const read = cache((token: string) => getByToken(token, now()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const own = await read((await params).token)
  if (!own) return NOT_FOUND
  // the address is a secret: it goes neither into an index nor along with a link
  return {
    title: ownTitle(own),
    description: 'What became of your comment.',
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

export default async function OwnPage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const own = await read(token)
  if (!own) return <NotFoundPage path={ownCommentPath(token)} />
  const { timeZone, email } = await getSite()
  return <OwnCommentPage own={own} title={ownTitle(own)} timeZone={timeZone} email={email} />
}
