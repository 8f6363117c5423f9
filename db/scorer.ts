import type { Actor } from '@/domain/actor'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'

/** `overtaken`: whoever asked has asked anew; `busy`: too many wait, of this person or in all. */
type Outcome = Score | 'overtaken' | 'busy' | 'failed'

/** Who waits. `asker` names one who asks again and again: the newest question alone is answered. */
export type Asking = { person: string; asker?: string }

export type Scorer = (subject: Subject, asking?: Asking) => Promise<Outcome>

// the server and the pages are separate module graphs of one process
const SCORER = Symbol.for('masthead.score-with')
const shared = globalThis as typeof globalThis & { [SCORER]?: Scorer }

/** From now on this scores what verbs have to know, such as a process, so that nobody else waits; until it is ended. */
export function scoreWith(scorer: Scorer): () => void {
  const before = shared[SCORER]
  shared[SCORER] = scorer
  return () => {
    shared[SCORER] = before
  }
}

// the rules and their words are large, and most processes never ask
const here: Scorer = async (subject) => (await import('@/domain/score/score')).score(subject)

export const scoreOf: Scorer = (subject, asking) => (shared[SCORER] ?? here)(subject, asking)

export const personOf = (actor: Actor): string =>
  actor.kind === 'staff' ? `account ${actor.accountId}` : actor.kind
