import { getStaff } from '@/auth/guard'
import { CommentForm } from '@/components/discussion/form'
import { config } from '@/config'
import { getKnownMode } from '@/db/article-mode'
import { getPolicy } from '@/db/settings'
import { answer } from '@/documents/reading'
import { typedIn } from '@/domain/comments/form'
import { formatDateTime } from '@/domain/dates'
import { modeForGuests } from '@/domain/discussion/mode-words'
import type { DiscussionState } from '@/domain/discussion/state'
import { CHECK_MODULE } from '@/domain/moderation/proof'
import { getSite, now } from '../../request'
import { postComment } from './actions'
import { stampAt } from './stamp'

/** Whether this reader may write: such comments are taken, or it is staff, who still answer where they are not. */
export const isWritable = async (
  { takes, reason }: DiscussionState,
  kind: 'threads' | 'replies',
): Promise<boolean> => takes[kind] || (reason !== 'not-public' && (await getStaff()) !== null)

type Props = {
  /** The address of the page that the form stands on. */
  path: string
  articleId: number
  parentId?: number
  /** null where there is none. */
  discussion: DiscussionState | null
  writable: boolean
  title: string
}

/** The form for a comment as this reader needs it; where nothing can be written, only a refused text comes back. */
export async function Writing({ path, articleId, parentId, discussion, writable, title }: Props) {
  const staff = await getStaff()
  const typed = answer.returned()
  const isChecked = writable && !staff && (await getPolicy()).check === 'on'
  if (isChecked) answer.runs(CHECK_MODULE)
  return (
    <CommentForm
      action={postComment}
      path={path}
      typed={typed && typedIn((field) => typed[field])}
      articleId={articleId}
      parentId={parentId ?? null}
      follows={config().smtpUrl ? typed?.follow === 'on' : null}
      stamp={stampAt(articleId, now())}
      staffName={staff?.name ?? null}
      open={writable}
      module={isChecked ? CHECK_MODULE : null}
      title={title}
      note={staff ? noteForStaff(discussion, parentId) : await noteForGuests(articleId, discussion)}
    />
  )
}

const noteForStaff = (discussion: DiscussionState | null, parentId: number | undefined) =>
  discussion?.takes[parentId === undefined ? 'threads' : 'replies']
    ? 'It appears at once, marked as staff.'
    : 'It appears at once, marked as staff, after closing: readers cannot answer it.'

async function noteForGuests(articleId: number, discussion: DiscussionState | null): Promise<string> {
  const { timeZone } = await getSite()
  const note = modeForGuests(await getKnownMode(articleId, now()), config().smtpUrl !== undefined)
  const closesAt = discussion?.state === 'open' ? discussion.closesAt : null
  return closesAt ? `${note} Comments close on ${formatDateTime(closesAt, timeZone)}.` : note
}
