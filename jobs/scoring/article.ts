import { gather } from '@/db/score-subject'
import { getWork } from '@/db/score-work'
import type { Scored } from '@/db/scores'
import * as scores from '@/db/scores'
import { scoreInThread } from './ask'

/** Scores what readers have of an article, and its draft, where anything that counts has changed since. */
export async function scoreArticle(articleId: number, now: Date): Promise<'overtaken' | 'changed' | 'same'> {
  // first the mark: what changes while the rest is read makes it old
  const mark = (await getWork(articleId))?.mark ?? 0
  const revisions: Scored[] = []
  for (const { revisionId, subject, basis, holdsUntil } of await gather(articleId, now)) {
    const stored = await scores.getBasis(revisionId)
    const holds = stored !== null && JSON.stringify(stored) === JSON.stringify(basis)
    revisions.push({ revisionId, basis, holdsUntil, score: holds ? null : await scoreInThread(subject) })
  }
  return scores.store(articleId, { mark, revisions }, now)
}
