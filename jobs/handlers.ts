import type { z } from 'zod'
import { run } from '@/db/batch-steps'
import { readAll } from '@/db/comment-search'
import { learn } from '@/db/learning'
import { tellReplies } from '@/db/notices'
import { thinRevisions } from '@/db/thinning'
import type { JobKind } from '@/domain/jobs'
import { JOBS } from '@/domain/jobs'
import { deriveImage } from './derive-image'
import { writeDigests } from './mail/digests'
import { sendMail } from './mail/send'
import { prune } from './prune'

type Handler = (payload: unknown, now: Date) => Promise<void>

const handler =
  <S extends z.ZodType>(schema: S, work: (payload: z.infer<S>, now: Date) => Promise<void>): Handler =>
  (payload, now) =>
    work(schema.parse(payload), now)

/** What does each kind of job. Each may run twice: a crash after the work and before `complete` repeats it. */
export const HANDLERS: Record<JobKind, Handler> = {
  'derive-image': handler(JOBS['derive-image'], deriveImage),
  'thin-revisions': handler(JOBS['thin-revisions'], ({ articleId }, now) => thinRevisions(articleId, now)),
  'run-batch': handler(JOBS['run-batch'], ({ batchId }) => run(batchId, () => new Date())),
  'tell-replies': handler(JOBS['tell-replies'], ({ readerId }, now) => tellReplies(readerId, now)),
  'write-digests': handler(JOBS['write-digests'], (_, now) => writeDigests(now)),
  'send-mail': handler(JOBS['send-mail'], () => sendMail()),
  'read-comments': handler(JOBS['read-comments'], readAll),
  learn: handler(JOBS.learn, (_, now) => learn(now)),
  prune: handler(JOBS.prune, (_, now) => prune(now)),
}
