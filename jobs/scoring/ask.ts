import { join } from 'node:path'
import { opened } from '@/db/client'
import type { Asking } from '@/db/scorer'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import type { ArticleOutcome } from './article'
import { type Result, ScoringProcess, type Task } from './process'

// the server and the pages are separate module graphs of one process, and share the scorer through the global object
const SCORER = Symbol.for('masthead.scorer')
const shared = globalThis as typeof globalThis & { [SCORER]?: ScoringProcess }

/** It stands beside what is built, from where the server is started. */
const scorer = () =>
  (shared[SCORER] ??= new ScoringProcess({
    file: join(process.cwd(), 'build', 'score.worker.js'),
    database: opened().file,
  }))

/** Has an article scored and stored when its turn comes; throws where too many wait, and where it cannot be scored. */
export const scoreArticleInTurn = (articleId: number): Promise<ArticleOutcome> =>
  inItsTurn({ kind: 'article', articleId })

/** The score of a text when its turn comes; throws as well. */
export const scoreInTurn = (subject: Subject): Promise<Score> => inItsTurn({ kind: 'text', subject })

async function inItsTurn<T extends Task>(task: T): Promise<Result<T>> {
  const outcome = await scorer().ask(task)
  if (outcome.kind !== 'done') throw new Error('Too many texts wait to be scored')
  return outcome.result
}

/** The score of a text for which somebody waits, before all that waits in the background. */
export async function scoreLive(subject: Subject, asking?: Asking): Promise<Score | 'overtaken' | 'busy'> {
  const outcome = await scorer().ask({ kind: 'text', subject }, { ...asking, urgent: true })
  return outcome.kind === 'done' ? outcome.result : outcome.kind === 'busy' ? 'busy' : 'overtaken'
}

/** Ends the process that scores, where there is one. */
export async function endScoring(): Promise<void> {
  await shared[SCORER]?.end()
}
