import { setPriority } from 'node:os'
import { open } from '@/db/client'
import { score } from '@/domain/score/score'
import { scoreArticle } from './scoring/article'
import type { Answered, Task } from './scoring/process'

// pages are served by the same cores, and come first
setPriority(10)
// a terminal and systemd signal all that belongs together, and the server finishes what is in hand: it says when this ends
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
// whichever way it went
process.on('disconnect', () => process.exit())
open(String(process.argv[2]))

const carryOut = (task: Task) =>
  task.kind === 'text' ? score(task.subject) : scoreArticle(task.articleId, new Date(), score)

/** A failure is said and not thrown, so that what the process has learnt of the texts so far stays. */
async function answer(task: Task): Promise<Answered> {
  try {
    return { result: await carryOut(task) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (task: Task) => void answer(task).then((answered) => process.send?.(answered)))
process.send?.({ ready: true } satisfies Answered)
