import type { z } from 'zod'
import { run } from '@/db/batch-steps'
import { readMore } from '@/db/comment-search'
import { learn } from '@/db/learning'
import { tellReplies } from '@/db/notices'
import { thinRevisions } from '@/db/thinning'
import type { JobKind } from '@/domain/jobs'
import { JOBS } from '@/domain/jobs'
import { checkComment, teachAkismet } from './akismet'
import { checkLinks } from './check-links'
import { deriveImage } from './derive-image'
import { writeDigests } from './mail/digests'
import { sendMail } from './mail/send'
import { sendMentions } from './mentions/send'
import { verifyMention } from './mentions/verify'
import { prune } from './prune'
import { findText } from './replacing'
import { noteScores } from './scoring/days'
import { scoreDue } from './scoring/due'
import { scoreAll } from './scoring/run'

/** `attempts`: how often it was begun, this time too. */
type Handler = (payload: unknown, now: Date, attempts: number) => Promise<void>

const handler =
  <S extends z.ZodType>(
    schema: S,
    work: (payload: z.infer<S>, now: Date, attempts: number) => Promise<void>,
  ): Handler =>
  (payload, now, attempts) =>
    work(schema.parse(payload), now, attempts)

/** What does each kind of job. Each may run twice: a crash after the work and before `complete` repeats it. */
export const HANDLERS: Record<JobKind, Handler> = {
  'derive-image': handler(JOBS['derive-image'], deriveImage),
  'thin-revisions': handler(JOBS['thin-revisions'], ({ articleId }, now) => thinRevisions(articleId, now)),
  'run-batch': handler(JOBS['run-batch'], ({ batchId }) => run(batchId, () => new Date())),
  'find-text': handler(JOBS['find-text'], ({ replacementId }) => findText(replacementId)),
  'tell-replies': handler(JOBS['tell-replies'], ({ readerId }, now) => tellReplies(readerId, now)),
  'write-digests': handler(JOBS['write-digests'], (_, now) => writeDigests(now)),
  'send-mail': handler(JOBS['send-mail'], () => sendMail()),
  'send-mentions': handler(JOBS['send-mentions'], () => sendMentions()),
  'check-links': handler(JOBS['check-links'], () => checkLinks()),
  'read-comments': handler(JOBS['read-comments'], () => readMore()),
  'check-comment': handler(JOBS['check-comment'], checkComment),
  'teach-akismet': handler(JOBS['teach-akismet'], (payload) => teachAkismet(payload)),
  score: handler(JOBS.score, () => scoreDue()),
  'score-all': handler(JOBS['score-all'], (payload) => scoreAll(payload)),
  'note-scores': handler(JOBS['note-scores'], (_, now) => noteScores(now)),
  'verify-mention': handler(JOBS['verify-mention'], (payload, now) => verifyMention(payload, now)),
  learn: handler(JOBS.learn, (_, now) => learn(now)),
  prune: handler(JOBS.prune, (_, now) => prune(now)),
}
