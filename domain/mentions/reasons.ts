import { type CommentReason, reasonInWords } from '@/domain/comments/reasons'

const MODES: Record<string, string> = {
  'hold-first': 'Nothing from this site was approved before',
  'hold-all': 'Every mention is held',
}

/** A reason as moderators read it. */
export const mentionReasonInWords = (reason: CommentReason): string =>
  (reason.rule === 'mode' ? MODES[reason.detail] : undefined) ?? reasonInWords(reason)
