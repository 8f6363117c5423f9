import { Worker } from 'node:worker_threads'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import type { ArticleOutcome } from './article'

/** A text that is brought along, or an article that the thread reads, scores and stores by itself. */
export type Task = { kind: 'text'; subject: Subject } | { kind: 'article'; articleId: number }
export type Result<T extends Task> = T extends { kind: 'text' } ? Score : ArticleOutcome
export type Answered = { result: Score | ArticleOutcome } | { error: string }

/** `superseded`: whoever asked has asked anew; `busy`: too many wait already. */
export type Outcome<T extends Task> = { kind: 'done'; result: Result<T> } | { kind: 'superseded' | 'busy' }

/** `asker`: of one that asks again only the newest question is answered. `urgent`: somebody waits for it at a screen. */
export type Wish = { asker?: string; urgent?: boolean }

type Request = Wish & {
  task: Task
  resolve: (
    outcome: { kind: 'done'; result: Score | ArticleOutcome } | { kind: 'superseded' | 'busy' },
  ) => void
  reject: (error: Error) => void
}

type Options = {
  /** The bundled worker. */
  file: string
  /** The database that articles are read from and stored in. */
  database: string
  timeoutMs?: number
  /** For the first text, with which the thread begins. */
  startMs?: number
  idleMs?: number
  /** How many may wait. */
  room?: number
}

// the language data takes some 60 MB of it; a text that asks for more ends the thread, not the server
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * One thread that scores, one text after another: reading and storing are its own as well, so that visitors wait for none
 * of it. It is begun by the first question, ends when there was none for a while,
 * and a text that takes too long, or takes it down, fails alone: the next question begins it anew.
 */
export class ScoringThread {
  readonly #options: Required<Options>
  readonly #waiting: Request[] = []
  #worker: Worker | null = null
  #inHand: Request | null = null
  #timer: NodeJS.Timeout | undefined

  constructor({
    file,
    database,
    timeoutMs = 20_000,
    startMs = 120_000,
    idleMs = 60_000,
    room = 64,
  }: Options) {
    this.#options = { file, database, timeoutMs, startMs, idleMs, room }
  }

  /** What a task comes to. Rejects where it fails; whoever would have to wait too long for a turn hears so at once. */
  ask<T extends Task>(task: T, wish: Wish = {}): Promise<Outcome<T>> {
    const older = this.#waiting.findIndex(({ asker }) => asker !== undefined && asker === wish.asker)
    if (older >= 0) this.#waiting.splice(older, 1)[0]?.resolve({ kind: 'superseded' })
    if (this.#waiting.length >= this.#options.room) return Promise.resolve({ kind: 'busy' })
    return new Promise<Outcome<T>>((resolve, reject) => {
      // the thread answers each task by its kind
      const request: Request = { ...wish, task, resolve: resolve as Request['resolve'], reject }
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
    // the rules and their words take a while to load, and longer on a busy machine
    const patienceMs = this.#worker ? this.#options.timeoutMs : this.#options.startMs
    const worker = (this.#worker ??= this.#start())
    worker.ref()
    this.#timer = setTimeout(() => {
      this.#lose(worker, new Error(`A text took more than ${patienceMs} ms to score`))
    }, patienceMs)
    worker.postMessage(request.task)
  }

  #start(): Worker {
    const worker = new Worker(this.#options.file, {
      resourceLimits: MEMORY,
      workerData: this.#options.database,
      name: 'score',
    })
    worker.on('message', (answered: Answered) => {
      if (this.#worker !== worker) return
      const request = this.#inHand
      this.#inHand = null
      if ('result' in answered) request?.resolve({ kind: 'done', result: answered.result })
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
