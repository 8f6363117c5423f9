import { getStaff } from '@/auth/guard'
import { CommentForm } from '@/components/discussion/form'
import { getPolicy } from '@/db/settings'
import { answer } from '@/documents/reading'
import { typedIn } from '@/domain/comments/form'
import type { DiscussionState } from '@/domain/discussion/state'
import { now } from '../../request'
import { postComment } from './actions'
import { stampAt } from './stamp'

/** Whether this reader may write: comments are open, or it is staff, who still answer where they are closed. */
export const isWritable = async (discussion: DiscussionState): Promise<boolean> =>
  discussion.state === 'open' || (discussion.reason !== 'not-public' && (await getStaff()) !== null)

type Props = {
  /** The address of the page that the form stands on. */
  path: string
  articleId: number
  parentId?: number
  writable: boolean
  title: string
}

/** The form for a comment as this reader needs it; where nothing can be written, only a refused text comes back. */
export async function Writing({ path, articleId, parentId, writable, title }: Props) {
  const staff = await getStaff()
  const typed = answer.returned()
  return (
    <CommentForm
      action={postComment}
      path={path}
      typed={typed && typedIn((field) => typed[field])}
      articleId={articleId}
      parentId={parentId ?? null}
      stamp={stampAt(articleId, now())}
      staffName={staff?.name ?? null}
      open={writable}
      title={title}
      note={staff ? 'It appears at once, marked as staff.' : await noteForGuests()}
    />
  )
}

const noteForGuests = async () =>
  (await getPolicy()).mode === 'open'
    ? 'It appears at once. Be kind, and stay with the subject.'
    : 'An editor reads every comment before it appears.'
