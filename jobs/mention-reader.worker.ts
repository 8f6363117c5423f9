import { parentPort } from 'node:worker_threads'
import { readPage } from '@/domain/mentions/reading'
import type { Asked, Answered } from './mentions/reader'

// a page that is made to be too deep or too long for its reader ends this thread and nothing else
parentPort?.on('message', ({ page, target }: Asked) => {
  let answer: Answered
  try {
    answer = readPage(page, target)
  } catch {
    answer = { kind: 'gone', reason: 'unreadable' }
  }
  parentPort?.postMessage(answer)
})
