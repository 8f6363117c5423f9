import { Worker } from 'node:worker_threads'
import { Mutex } from 'async-mutex'
import type { Page, ReadPage } from '@/domain/mentions/reading'

export type Asked = { page: Page; target: string }
export type Answered = ReadPage

// a page of 1 MB takes some 100 ms; parsers have their worst cases
const PATIENCE_MS = 3_000
const IDLE_MS = 5_000
const MEMORY_MB = 192

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
const turns = new Mutex()

const UNREADABLE: Answered = { kind: 'gone', reason: 'unreadable' }

/**
 * Reads a page of a stranger in a thread of its own, bounded in time and memory: what is made to keep a parser busy
 * keeps no visitor waiting. One page after another.
 */
export const readApart = (page: Page, target: string): Promise<Answered> =>
  turns.runExclusive(async () => {
    clearTimeout(idle)
    const reader = (worker ??= start())
    const answer = await ask(reader, { page, target }).catch(async (error: unknown) => {
      await end()
      throw error
    })
    if (answer === null) await end()
    idle = setTimeout(() => void end(), IDLE_MS)
    idle.unref()
    return answer ?? UNREADABLE
  })

function start(): Worker {
  // as `db/migrations`, it stands where the server is started
  const started = new Worker('./build/mention-reader.worker.js', {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  started.unref()
  return started
}

const ask = (reader: Worker, asked: Asked): Promise<Answered | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => resolve(null)), PATIENCE_MS)
    const onAnswer = (answer: Answered) => finish(() => resolve(answer))
    const onError = (error: Error & { code?: string }) =>
      finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error)))
    const finish = (how: () => void) => {
      clearTimeout(timer)
      reader.off('message', onAnswer).off('error', onError)
      how()
    }
    reader.on('message', onAnswer).on('error', onError).postMessage(asked)
  })

async function end(): Promise<void> {
  const ending = worker
  worker = null
  await ending?.terminate()
}
