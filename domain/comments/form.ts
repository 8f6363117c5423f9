import { discussionSentence, inWords } from '@/domain/discussion/sentence'
import type { DiscussionState } from '@/domain/discussion/state'
import { COMMENT_FIELDS, type CommentField, guestComment, staffComment } from './input'
import type { Refusal } from './rules'

export type CommentValues = Record<CommentField, string>
export type CommentProblems = Partial<Record<CommentField, string>>

/**
 * What stands in the way of a comment; success leads to another page. What was typed comes back beside it
 * (`answer.giveBack`): within the state it would be sent along with the next try, and twice is too much for a long text.
 */
export type CommentFormState =
  { kind: 'idle' } | { kind: 'invalid'; problems: CommentProblems } | { kind: 'refused'; message: string }

export const IDLE: CommentFormState = { kind: 'idle' }

/** The texts of the form's fields; what is missing or a file is empty. */
export function typedIn(get: (field: CommentField) => unknown): CommentValues {
  const text = (field: CommentField) => {
    const value = get(field)
    return typeof value === 'string' ? value : ''
  }
  return { name: text('name'), email: text('email'), website: text('website'), comment: text('comment') }
}

type Read = { kind: 'read'; values: CommentValues } | { kind: 'invalid'; problems: CommentProblems }

/** The typed texts as they will be stored, or what is wrong with each field. */
export function readComment(values: CommentValues, as: 'guest' | 'staff'): Read {
  const parsed = (as === 'guest' ? guestComment : staffComment).safeParse(values)
  if (parsed.success) return { kind: 'read', values: { name: '', email: '', website: '', ...parsed.data } }
  const problems: CommentProblems = {}
  for (const { path, message } of parsed.error.issues) {
    const field = COMMENT_FIELDS.find((name) => name === path[0])
    if (field) problems[field] ??= message
  }
  return { kind: 'invalid', problems }
}

const seconds = (count: number) => (count === 1 ? '1 second' : `${count} seconds`)

type Refused = { reason: 'not-found' } | (Refusal & { discussion: DiscussionState })

/** What a guest reads whose name is that of staff, or looks like it. */
export const NAME_KEPT =
  'This name could be taken for somebody who works here. Add something that tells you apart, or sign in if it is you.'

/** Why a comment was not taken, in words for its author. */
export function refusalInWords(refused: Refused, format: (instant: Date) => string): string {
  switch (refused.reason) {
    case 'closed':
      return inWords(discussionSentence(refused.discussion), format)
    case 'not-found':
      return 'This article is no longer published, so it takes no comments.'
    case 'parent':
      return 'The comment that you answer was taken down in the meantime.'
    case 'name':
      return NAME_KEPT
    case 'duplicate':
      return 'You have said exactly this here before. If you cannot see it yet, an editor has still to read it.'
    case 'too-fast':
      return `Many comments arrived within a minute. Yours can be posted in ${seconds(refused.retryAfterSeconds)}.`
  }
}

/** With which HTTP status a refusal comes. */
export const REFUSAL_STATUS: Record<Refused['reason'], number> = {
  closed: 403,
  'not-found': 404,
  parent: 409,
  name: 422,
  duplicate: 409,
  'too-fast': 429,
}
