import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { Subject } from '@/domain/score/subject'
import { score } from '@/domain/score/score'
import type { Answered } from './scoring/thread'

// on Linux this concerns the thread alone; pages are served by the same cores, and come first
if (process.platform === 'linux') setPriority(10)

/** A failure is said and not thrown, so that what the thread has learnt of the texts so far stays. */
function answer(subject: Subject): Answered {
  try {
    return { score: score(subject) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (subject: Subject) => parentPort?.postMessage(answer(subject)))
