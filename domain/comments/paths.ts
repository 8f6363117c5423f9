import { articlePath } from '@/domain/articles'

/** The permanent address of a comment. */
export const commentPath = (slug: string, id: number) => `${articlePath(slug)}/comments/${id}`

/** The page of its own that the author of a comment has. */
export const ownCommentPath = (token: string) => `/comments/${token}`
