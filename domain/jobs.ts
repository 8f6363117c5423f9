import { z } from 'zod'

/** What may be left for later, and what each kind carries: ids rather than copies of what may change meanwhile. */
export const JOBS = {
  prune: z.object({}),
  score: z.object({}),
  'score-all': z.object({ runId: z.int().positive() }),
  'note-scores': z.object({}),
  'send-mail': z.object({}),
  'write-digests': z.object({}),
  'tell-replies': z.object({ readerId: z.int().positive() }),
  'thin-revisions': z.object({ articleId: z.int().positive() }),
  'find-text': z.object({ replacementId: z.int().positive() }),
  'run-batch': z.object({ batchId: z.int().positive() }),
  'read-comments': z.object({}),
  learn: z.object({}),
  'check-comment': z.object({ commentId: z.int().positive() }),
  'teach-akismet': z.object({ commentId: z.int().positive() }),
  'send-mentions': z.object({}),
  'check-links': z.object({}),
  'verify-mention': z.object({ mentionId: z.int().positive(), target: z.string().optional() }),
  'derive-image': z.object({ mediaId: z.int().positive() }),
} as const satisfies Record<string, z.ZodType>

export type JobKind = keyof typeof JOBS
export type JobPayload<K extends JobKind> = z.infer<(typeof JOBS)[K]>

/** A job that failed or was cut short this often is left alone until it is asked for again. */
export const MAX_ATTEMPTS = 8

const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 3_600_000

/** How long a job rests after its `attempts`-th failure: 5 s, doubled each time, an hour at most. */
export const retryDelayMs = (attempts: number) =>
  Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)
