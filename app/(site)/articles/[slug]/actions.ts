'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { allowAnyone, getStaff } from '@/auth/guard'
import * as comments from '@/db/comments'
import type { PostResult } from '@/db/comments'
import { getSite } from '@/db/settings'
import type { PostRefusal } from '@/db/submissions'
import { answer } from '@/documents/reading'
import { articlePath } from '@/domain/articles'
import {
  type CommentFormState,
  readComment,
  REFUSAL_STATUS,
  refusalInWords,
  typedIn,
} from '@/domain/comments/form'
import { commentPath, ownCommentPath } from '@/domain/comments/paths'
import { formatDate } from '@/domain/dates'
import { stampedAt } from './stamp'

/** Takes a comment. What was typed comes back with every refusal; success leads to where it can be read. */
export async function postComment(_state: CommentFormState, form: FormData): Promise<CommentFormState> {
  const reader = await allowAnyone()
  const now = new Date()
  const staff = await getStaff()
  const values = typedIn((field) => form.get(field))
  answer.giveBack(values)
  const read = readComment(values, staff ? 'staff' : 'guest')
  if (read.kind === 'invalid') {
    answer.status(422)
    return read
  }
  const articleId = Number(form.get('article'))
  const input = {
    ...read.values,
    articleId,
    parentId: form.has('parent') ? Number(form.get('parent')) : null,
    renderedAt: stampedAt(articleId, text(form, 'stamp')),
    trap: text(form, 'subject'),
  }
  const result = await comments.post(staff ?? reader, input, now)
  if (result.kind === 'refused') {
    const { timeZone } = await getSite()
    sayStatus(result)
    return { kind: 'refused', message: refusalInWords(result, (instant) => formatDate(instant, timeZone)) }
  }
  redirect(result.kind === 'held' ? (ownCommentPath(result.token) as Route) : placeOf(result))
}

const text = (form: FormData, field: string) => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

function sayStatus(refused: PostRefusal): void {
  if (refused.reason === 'too-fast') answer.tooMany(refused.retryAfterSeconds)
  else answer.status(REFUSAL_STATUS[refused.reason])
}

// so many comments surely stand on the first page of a discussion
const ON_FIRST_PAGE = 50

/** Where a new comment can be seen: under its article, or at its own address where the discussion has several pages. */
function placeOf({ id, slug, commentCount }: Extract<PostResult, { kind: 'published' }>): Route {
  const page = commentCount <= ON_FIRST_PAGE ? articlePath(slug) : commentPath(slug, id)
  return `${page}#comment-${id}` as Route
}
