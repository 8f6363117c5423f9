import type { CommentReason } from './reasons'
import type { CommentState } from './states'

/** For how long after posting an author may change a comment. */
const EDIT_MINUTES = 5
const EDITS_MOST = 20

export const editableUntil = (createdAt: Date) => new Date(createdAt.getTime() + EDIT_MINUTES * 60_000)

type Written = {
  createdAt: Date
  /** When a moderator decided: what was approved is what readers read. */
  decidedAt: Date | null
  withdrawnAt: Date | null
  edits: number
}
export type EditRefusal = 'withdrawn' | 'decided' | 'late' | 'often'

/** Why its author may not change a comment now; null where they may. */
export function editRefusal(
  { createdAt, decidedAt, withdrawnAt, edits }: Written,
  now: Date,
): EditRefusal | null {
  if (withdrawnAt) return 'withdrawn'
  if (decidedAt) return 'decided'
  if (now >= editableUntil(createdAt)) return 'late'
  return edits >= EDITS_MOST ? 'often' : null
}

type Judged = { state: CommentState; reasons: CommentReason[] }

/** What an edit makes of a comment: it may put it aside, and never lets out what was put aside before. */
export function afterEdit(before: Judged, edited: Judged): Judged {
  if (before.state === 'published') return edited
  const isNew = ({ rule, detail }: CommentReason) =>
    !before.reasons.some((known) => known.rule === rule && (rule === 'akismet' || known.detail === detail))
  const state = edited.state === 'spam' ? 'spam' : before.state
  return { state, reasons: [...before.reasons, ...edited.reasons.filter(isNew)] }
}

/** Why a comment was not changed, in words for its author. */
export function editRefusalInWords(refusal: EditRefusal): string {
  switch (refusal) {
    case 'withdrawn':
      return 'You took this comment back, so it can no longer be changed.'
    case 'decided':
      return 'An editor decided about it in the meantime. What they read can no longer be changed.'
    case 'late':
      return `A comment can be changed for ${EDIT_MINUTES} minutes after it was posted. They are over.`
    case 'often':
      return 'It was changed very often already.'
  }
}
