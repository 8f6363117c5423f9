import { Worker } from 'node:worker_threads'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'

export type Answered = { score: Score } | { error: string }

/** `superseded`: whoever asked has asked anew; `busy`: too many wait already. */
export type Outcome = { kind: 'scored'; score: Score } | { kind: 'superseded' | 'busy' }

/** `asker`: of one that asks again only the newest question is answered. `urgent`: somebody waits for it at a screen. */
export type Wish = { asker?: string; urgent?: boolean }

type Request = Wish & {
  subject: Subject
  resolve: (outcome: Outcome) => void
  reject: (error: Error) => void
}

type Options = {
  /** The bundled worker. */
  file: string
  timeoutMs?: number
  idleMs?: number
  /** How many may wait. */
  room?: number
}

// the language data takes some 60 MB of it; a text that asks for more ends the thread, not the server
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * One thread that scores, one text after another. It is begun by the first question, ends when there was none for a while,
 * and a text that takes too long, or takes it down, fails alone: the next question begins it anew.
 */
export class ScoringThread {
  readonly #options: Required<Options>
  readonly #waiting: Request[] = []
  #worker: Worker | null = null
  #inHand: Request | null = null
  #timer: NodeJS.Timeout | undefined

  constructor({ file, timeoutMs = 20_000, idleMs = 60_000, room = 64 }: Options) {
    this.#options = { file, timeoutMs, idleMs, room }
  }

  /** The score of a text. Rejects where the text fails; whoever has to wait too long for a turn hears so at once. */
  ask(subject: Subject, wish: Wish = {}): Promise<Outcome> {
    const older = this.#waiting.findIndex(({ asker }) => asker !== undefined && asker === wish.asker)
    if (older >= 0) this.#waiting.splice(older, 1)[0]?.resolve({ kind: 'superseded' })
    if (this.#waiting.length >= this.#options.room) return Promise.resolve({ kind: 'busy' })
    return new Promise((resolve, reject) => {
      const request = { ...wish, subject, resolve, reject }
      const behind = wish.urgent ? this.#waiting.findIndex(({ urgent }) => !urgent) : -1
      if (behind >= 0) this.#waiting.splice(behind, 0, request)
      else this.#waiting.push(request)
      this.#next()
    })
  }

  /** Whether there is a thread, and what it costs memory for. */
  get isRunning(): boolean {
    return this.#worker !== null
  }

  /** Ends the thread; what waits fails. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    for (const request of [this.#inHand, ...this.#waiting.splice(0)])
      request?.reject(new Error('Scoring ended before its turn came'))
    this.#inHand = null
    await worker?.terminate()
  }

  #next(): void {
    if (this.#inHand) return
    clearTimeout(this.#timer)
    const request = this.#waiting.shift()
    if (!request) {
      this.#worker?.unref()
      this.#timer = setTimeout(() => void this.end(), this.#options.idleMs).unref()
      return
    }
    this.#inHand = request
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    this.#timer = setTimeout(() => {
      this.#lose(worker, new Error(`A text took more than ${this.#options.timeoutMs} ms to score`))
    }, this.#options.timeoutMs)
    worker.postMessage(request.subject)
  }

  #start(): Worker {
    const worker = new Worker(this.#options.file, { resourceLimits: MEMORY, name: 'score' })
    worker.on('message', (answered: Answered) => {
      if (this.#worker !== worker) return
      const request = this.#inHand
      this.#inHand = null
      if ('score' in answered) request?.resolve({ kind: 'scored', score: answered.score })
      else request?.reject(new Error(answered.error))
      this.#next()
    })
    worker.on('error', (error: Error) => this.#lose(worker, error))
    worker.on('exit', (code) => this.#lose(worker, new Error(`The scoring thread ended with ${code}`)))
    return worker
  }

  /** The thread is gone, or no good any more: the text in hand fails, and the next one begins another. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const request = this.#inHand
    this.#inHand = null
    void worker.terminate()
    request?.reject(error)
    this.#next()
  }
}
