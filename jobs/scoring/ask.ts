import { join } from 'node:path'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import { ScoringThread } from './thread'

// the server and the pages are separate module graphs of one process, and share the thread through the global object
const SCORER = Symbol.for('masthead.scorer')
const shared = globalThis as typeof globalThis & { [SCORER]?: ScoringThread }

/** It stands beside what is built, from where the server is started. */
const thread = () =>
  (shared[SCORER] ??= new ScoringThread({ file: join(process.cwd(), 'build', 'score.worker.js') }))

/** The score of a text, when its turn comes; throws where too many wait, and where the text cannot be scored. */
export async function scoreInThread(subject: Subject): Promise<Score> {
  const outcome = await thread().ask(subject)
  if (outcome.kind !== 'scored') throw new Error('Too many texts wait to be scored')
  return outcome.score
}

/**
 * The score of a text for which somebody waits, before all that waits in the background. `asker` names an editor: its
 * newest question alone is answered. Null where a newer one came, or too many wait: ask again.
 */
export async function scoreLive(subject: Subject, asker?: string): Promise<Score | null> {
  const outcome = await thread().ask(subject, { ...(asker && { asker }), urgent: true })
  return outcome.kind === 'scored' ? outcome.score : null
}

/** Ends the thread, where there is one. */
export async function endScoring(): Promise<void> {
  await shared[SCORER]?.end()
}
