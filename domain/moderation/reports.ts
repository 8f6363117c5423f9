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
 * Whether reports hold a comment until somebody has looked at it. Staff and what a moderator decided about, be it by
 * dismissing reports, are never held by them: a crowd could otherwise silence whom it likes. It says nothing new
 * afterwards, as an author cannot change what was decided about (`editRefusal`).
 */
export const holdsByReports = (
  { state, isStaff, isDecided }: { state: string; isStaff: boolean; isDecided: boolean },
  open: number,
  limit: number,
): boolean => limit > 0 && open >= limit && state === 'published' && !isStaff && !isDecided
