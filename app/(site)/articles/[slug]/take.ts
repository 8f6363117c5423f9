import type { Route } from 'next'
import { proofIn } from '@/app/challenge/challenge'
import * as comments from '@/db/comments'
import type { PostResult } from '@/db/comments'
import type { Writer } from '@/db/submissions'
import { articlePath } from '@/domain/articles'
import {
  type CommentProblems,
  type CommentValues,
  NAME_KEPT,
  readComment,
  typedIn,
} from '@/domain/comments/form'
import { commentPath, ownCommentPath } from '@/domain/comments/paths'
import { stampedAt } from './stamp'

/** What was typed into the fields of a comment form. */
export const typed = (form: FormData): CommentValues => typedIn((field) => form.get(field))

export type Taken = PostResult | { kind: 'invalid'; problems: CommentProblems }

/** Stores what a comment form says, or says what is in its way. */
export async function take(writer: Writer, form: FormData, now: Date): Promise<Taken> {
  const read = readComment(typed(form), writer.kind === 'staff' ? 'staff' : 'guest')
  if (read.kind === 'invalid') return read
  const articleId = Number(form.get('article'))
  const input = {
    ...read.values,
    articleId,
    parentId: form.has('parent') ? Number(form.get('parent')) : null,
    renderedAt: stampedAt(articleId, text(form, 'stamp')),
    trap: text(form, 'subject'),
    follow: form.has('follow'),
    proof: form.has('proof') ? proofIn(text(form, 'proof'), now) : null,
  }
  const posted = await comments.post(writer, input, now)
  // a field can be put right where it stands
  return posted.kind === 'refused' && posted.reason === 'name'
    ? { kind: 'invalid', problems: { name: NAME_KEPT } }
    : posted
}

const text = (form: FormData, field: string) => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

// so many comments surely stand on the first page of a discussion
const ON_FIRST_PAGE = 50

/**
 * Where its writer finds a comment that was stored: under its article, or at its own address where the discussion has
 * several pages or readers do not see it yet.
 */
export function placeOf(stored: Extract<Taken, { kind: 'published' | 'held' }>): Route {
  if (stored.kind === 'held') return ownCommentPath(stored.token) as Route
  const { id, slug, commentCount } = stored
  const page = commentCount <= ON_FIRST_PAGE ? articlePath(slug) : commentPath(slug, id)
  return `${page}#comment-${id}` as Route
}
