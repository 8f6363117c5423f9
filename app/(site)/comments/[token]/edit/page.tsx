import type { Metadata } from 'next'
import { EditComment } from '@/components/discussion/own/edit'
import { getByToken } from '@/db/comments'
import { answer } from '@/documents/reading'
import { editCommentPath } from '@/domain/comments/paths'
import { GonePage } from '../../../gone-page'
import { NotFoundPage } from '../../../not-found-page'
import { privately } from '../../../private'
import { getSite, now } from '../../../request'
import { editComment } from '../actions'

const TITLE = 'Edit your comment'

export const metadata: Metadata = privately(TITLE, 'Changes what you have said.')

export default async function EditPage({ params }: PageProps<'/comments/[token]/edit'>) {
  answer.personal()
  const { token } = await params
  const own = await getByToken(token, now())
  const typed = answer.returned()?.comment ?? null
  // a text that came too late is given back, whatever became of the comment meanwhile
  if (!own)
    return (
      <GonePage
        path={editCommentPath(token)}
        field="comment"
        title="Your comment is gone"
        lede="Everything that was kept of its author was erased meanwhile, and the comment with it. Your new text was not stored: here it is."
      >
        You can copy it from here and post it as a new comment. <a href="/articles">All articles</a>
      </GonePage>
    )
  if (own.withdrawnAt && typed === null) return <NotFoundPage path={editCommentPath(token)} />
  const { timeZone } = await getSite()
  return (
    <EditComment
      own={own}
      token={token}
      title={TITLE}
      timeZone={timeZone}
      action={editComment}
      typed={typed}
    />
  )
}
