import type { Metadata } from 'next'
import { readStatus } from '@/app/webmention/status'
import { MentionStatus } from '@/components/mentions/status'
import { answer } from '@/documents/reading'
import { statusPath } from '@/domain/mentions/paths'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { privately } from '../../private'

type Props = PageProps<'/webmention/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const status = await readStatus((await params).token)
  return status ? privately('A mention', 'What became of a mention.') : NOT_FOUND
}

export default async function MentionStatusPage({ params }: Props) {
  answer.personal()
  const { token } = await params
  const status = await readStatus(token)
  return status ? <MentionStatus status={status} /> : <NotFoundPage path={statusPath(token)} />
}
