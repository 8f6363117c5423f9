import { articlePath } from '@/domain/articles'
import type { ThreadOrder } from './order'

/** The permanent address of a comment. */
export const commentPath = (slug: string, id: number) => `${articlePath(slug)}/comments/${id}`

/** A page of the replies to a comment; `after` is the cursor of the last one before it. */
export const repliesPath = (slug: string, id: number, after: string | null = null) =>
  `${commentPath(slug, id)}${queryOf({ after })}#replies`

/** A page of a discussion. The usual order needs no words in the address. */
export const discussionPath = (slug: string, order: ThreadOrder = 'oldest', after: string | null = null) =>
  `${articlePath(slug)}${queryOf({ after, order: order === 'oldest' ? null : order })}#discussion`

/** Where a reader says what is wrong with a comment. */
export const reportPath = (slug: string, id: number) => `${commentPath(slug, id)}/report`

/** The page of its own that the author of a comment has. */
export const ownCommentPath = (token: string) => `/comments/${token}`
/** Where its author changes the text. */
export const editCommentPath = (token: string) => `${ownCommentPath(token)}/edit`

function queryOf(values: Record<string, string | null>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
}
