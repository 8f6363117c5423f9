import { z } from 'zod'

/** What readers may have against a comment. */
export const REPORT_REASONS = ['spam', 'abuse', 'private', 'off-topic', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export const REPORT_REASON_NAMES: Record<ReportReason, string> = {
  spam: 'It advertises something',
  abuse: 'It insults, threatens or harasses',
  private: 'It gives away something private',
  'off-topic': 'It has nothing to do with the article',
  other: 'Something else',
}

const TEXT_MAX = 1_000

export const reportInput = z.object({
  reason: z.enum(REPORT_REASONS, 'Choose what is wrong with it'),
  text: z
    .string()
    .trim()
    .transform((value) => value.replace(/\r\n?/g, '\n'))
    .refine((value) => value.length <= TEXT_MAX, 'Use at most 1,000 characters'),
})
export type ReportInput = z.infer<typeof reportInput>

export type ReportFormState =
  | { kind: 'idle' }
  | { kind: 'invalid'; problems: { reason?: string; text?: string } }
  | { kind: 'refused'; message: string }
  | { kind: 'sent' }

/** So many reports one network may send within `REPORT_WINDOW_MS`. */
export const REPORTS_PER_WINDOW = 10
export const REPORT_WINDOW_MS = 10 * 60_000

/** More open ones of one comment tell nobody anything new. */
export const REPORTS_KEPT = 50

/**
 * Whether reports hold a comment until somebody has looked at it. Staff and what a moderator decided about are not
 * held by them: a crowd could otherwise silence whom it likes.
 */
export const holdsByReports = (
  { state, isStaff, isDecided }: { state: string; isStaff: boolean; isDecided: boolean },
  open: number,
  limit: number,
): boolean => limit > 0 && open >= limit && state === 'published' && !isStaff && !isDecided
