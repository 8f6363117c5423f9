import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'

/** How a comment stands with Akismet; stored as what its reason found. */
export const STANDS = [
  'waiting',
  'passed',
  'spam',
  'discard',
  'failed',
  'invalid-key',
  'overtaken',
  'taught-spam',
  'taught-ham',
] as const
export type Stand = (typeof STANDS)[number]

const isStand = (detail: string): detail is Stand => STANDS.some((stand) => stand === detail)

/** null where a comment has nothing to do with Akismet. */
export function standOf(reasons: readonly CommentReason[]): Stand | null {
  const detail = reasons.find(({ rule }) => rule === 'akismet')?.detail ?? ''
  return isStand(detail) ? detail : null
}

export const standing = (stand: Stand): CommentReason => ({ rule: 'akismet', detail: stand })

export const withStand = (reasons: readonly CommentReason[], stand: Stand): CommentReason[] => [
  ...reasons.filter(({ rule }) => rule !== 'akismet'),
  standing(stand),
]

export const waitsForAkismet = (reasons: readonly CommentReason[]): boolean => standOf(reasons) === 'waiting'

type Standing = { state: CommentState; reasons: CommentReason[] }

/** What becomes of a comment that waited. What a moderator decided meanwhile, or its author took back, stays. */
export function settled(
  { state, reasons, isDecided }: Standing & { isDecided: boolean },
  stand: 'passed' | 'spam' | 'discard' | 'failed' | 'invalid-key',
): Standing {
  if (state !== 'held' || isDecided) return { state, reasons: withStand(reasons, 'overtaken') }
  const after = withStand(reasons, stand)
  if (stand === 'spam' || stand === 'discard') return { state: 'spam', reasons: after }
  // an edit or readers may have given other reasons since
  const isFree = stand === 'passed' && after.length === 1
  return { state: isFree ? 'published' : 'held', reasons: after }
}

export type Lesson = 'submit-spam' | 'submit-ham'

/** What Akismet is to learn: that moderators decided otherwise than it said. */
export function lessonOf({ state, reasons }: Standing): Lesson | null {
  const stand = standOf(reasons)
  if (state === 'spam' && (stand === 'passed' || stand === 'taught-ham')) return 'submit-spam'
  const calledSpam = stand === 'spam' || stand === 'discard' || stand === 'taught-spam'
  return state === 'published' && calledSpam ? 'submit-ham' : null
}

/** What Akismet answered to `comment-check`; null where that is no answer. */
export function standIn(
  body: string,
  tip: string | undefined,
): 'passed' | 'spam' | 'discard' | 'invalid-key' | null {
  switch (body.trim()) {
    case 'true':
      return tip === 'discard' ? 'discard' : 'spam'
    case 'false':
      return 'passed'
    case 'invalid':
      return 'invalid-key'
    default:
      return null
  }
}

/** What Akismet is told of a comment: what readers would see, and the email address. */
export type Told = {
  name: string
  email: string
  website: string
  source: string
  isReply: boolean
  createdAt: Date
  edits: number
  permalink: string
}

/** As the REST interface 1.1 names it. No network address and no browser: they are not kept. */
export const akismetForm = (
  told: Told,
  { key, blog }: { key: string; blog: string },
): Record<string, string> => ({
  api_key: key,
  blog,
  blog_charset: 'UTF-8',
  permalink: told.permalink,
  comment_type: told.isReply ? 'reply' : 'comment',
  comment_author: told.name,
  comment_author_email: told.email,
  ...(told.website !== '' && { comment_author_url: told.website }),
  comment_content: told.source,
  comment_date_gmt: told.createdAt.toISOString(),
  ...(told.edits > 0 && { recheck_reason: 'edit' }),
})
