import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { open } from '@/db/client'
import { score } from '@/domain/score/score'
import { scoreArticle } from './scoring/article'
import type { Answered, Task } from './scoring/thread'

// on Linux this concerns the thread alone; pages are served by the same cores, and come first
if (process.platform === 'linux') setPriority(10)
// connections of its own, as another process has them
open(String(workerData))

const carryOut = (task: Task) =>
  task.kind === 'text' ? score(task.subject) : scoreArticle(task.articleId, new Date(), score)

/** A failure is said and not thrown, so that what the thread has learnt of the texts so far stays. */
async function answer(task: Task): Promise<Answered> {
  try {
    return { result: await carryOut(task) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on(
  'message',
  (task: Task) => void answer(task).then((answered) => parentPort?.postMessage(answered)),
)
parentPort?.postMessage({ ready: true } satisfies Answered)
