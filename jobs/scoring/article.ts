import { gather } from '@/db/score-subject'
import { getWork } from '@/db/score-work'
import type { Scored } from '@/db/scores'
import * as scores from '@/db/scores'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'

/** `overtaken`: something changed meanwhile, and it is scored once more; `same`: all that counts is as it was. */
export type ArticleOutcome = 'overtaken' | 'changed' | 'same'

/** Scores what readers have of an article, and its draft, where anything that counts has changed since. */
export async function scoreArticle(
  articleId: number,
  now: Date,
  score: (subject: Subject) => Score | Promise<Score>,
): Promise<ArticleOutcome> {
  // first the mark: what changes while the rest is read makes it old
  const mark = (await getWork(articleId))?.mark ?? 0
  const revisions: Scored[] = []
  for (const { revisionId, subject, basis, holdsUntil } of await gather(articleId, now)) {
    const stored = await scores.getBasis(revisionId)
    const holds = stored !== null && JSON.stringify(stored) === JSON.stringify(basis)
    revisions.push({ revisionId, basis, holdsUntil, score: holds ? null : await score(subject) })
  }
  return scores.store(articleId, { mark, revisions }, now)
}
