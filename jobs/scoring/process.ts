import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Score } from '@/domain/score/check'
import type { Subject } from '@/domain/score/subject'
import type { ArticleOutcome } from './article'

/** A text that is brought along, or an article that the process reads, scores and stores by itself. */
export type Task = { kind: 'text'; subject: Subject } | { kind: 'article'; articleId: number }
export type Result<T extends Task> = T extends { kind: 'text' } ? Score : ArticleOutcome
/** `ready`: its rules are loaded, and it begins with what it was given. */
export type Answered = { ready: true } | { result: Score | ArticleOutcome } | { error: string }

/** `superseded`: whoever asked has asked anew; `busy`: too many wait already. */
export type Outcome<T extends Task> = { kind: 'done'; result: Result<T> } | { kind: 'superseded' | 'busy' }

/**
 * `urgent`: somebody waits for it at a screen. `person`: who that is; each has a few places of the room. `asker`: of one
 * that asks again only the newest question is answered.
 */
export type Wish = { urgent?: boolean; person?: string; asker?: string }

type Request = Wish & {
  task: Task
  resolve: (
    outcome: { kind: 'done'; result: Score | ArticleOutcome } | { kind: 'superseded' | 'busy' },
  ) => void
  reject: (error: Error) => void
}

type Options = {
  /** The bundled program. */
  file: string
  /** The database that articles are read from and stored in. */
  database: string
  /** For one text. */
  timeoutMs?: number
  /** For loading the rules, with which the process begins. */
  startMs?: number
  idleMs?: number
  /** How many may wait. */
  room?: number
  /** How long an asker waits after a text of theirs took the process down. */
  restMs?: number
}

// the language data takes some 60 MB of it; a text that asks for more ends this process, not the server
const MEMORY = '--max-old-space-size=256'
// helper threads begin before the priority is lowered, and would take the processors from the server
const ALONE = '--single-threaded'

// of the room: an editor with two windows, who publishes meanwhile
const PLACES_EACH = 4
// who waits at no screen is never forgotten over those who do
const URGENT_IN_A_ROW = 8

/**
 * One process that scores, one text after another: reading and storing are its own as well, so that visitors wait for
 * none of it. It is begun by the first question, ends when there was none for a while, and a text that takes too long,
 * or takes it down, fails alone: the next question begins it anew.
 */
export class ScoringProcess {
  readonly #options: Required<Options>
  readonly #waiting: Request[] = []
  #child: ChildProcess | null = null
  #inHand: Request | null = null
  #timer: NodeJS.Timeout | undefined
  #urgentInARow = 0
  /** Until when the questions of an asker are not taken. */
  readonly #resting = new Map<string, number>()

  constructor({
    file,
    database,
    timeoutMs = 20_000,
    startMs = 120_000,
    idleMs = 60_000,
    room = 64,
    restMs = 60_000,
  }: Options) {
    this.#options = { file, database, timeoutMs, startMs, idleMs, room, restMs }
  }

  /** What a task comes to. Rejects where it fails; whoever would have to wait too long for a turn hears so at once. */
  ask<T extends Task>(task: T, wish: Wish = {}): Promise<Outcome<T>> {
    if (this.#rests(wish.asker))
      return Promise.reject(new Error('This text took the scoring process down lately'))
    const older = this.#waiting.findIndex(({ asker }) => asker !== undefined && asker === wish.asker)
    if (older >= 0) this.#waiting.splice(older, 1)[0]?.resolve({ kind: 'superseded' })
    if (!this.#hasRoom(wish)) return Promise.resolve({ kind: 'busy' })
    return new Promise<Outcome<T>>((resolve, reject) => {
      // the process answers each task by its kind
      const request: Request = { ...wish, task, resolve: resolve as Request['resolve'], reject }
      this.#waiting.splice(this.#placeFor(wish), 0, request)
      this.#next()
    })
  }

  /** Whether there is a process, and what it costs memory for. */
  get isRunning(): boolean {
    return this.#child !== null
  }

  /** Ends the process; what waits fails. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    const child = this.#child
    this.#child = null
    for (const request of [this.#inHand, ...this.#waiting.splice(0)])
      request?.reject(new Error('Scoring ended before its turn came'))
    this.#inHand = null
    if (child) await kill(child)
  }

  /** Nobody takes the whole room: a person has a few places, and what names nobody has half of them. */
  #hasRoom({ person }: Wish): boolean {
    const { room } = this.#options
    const own = this.#waiting.filter((each) => each.person === person).length
    return this.#waiting.length < room && own < (person === undefined ? Math.ceil(room / 2) : PLACES_EACH)
  }

  /** Before the second questions of others come the first ones of everybody, and before the background all of them. */
  #placeFor({ urgent, person }: Wish): number {
    if (!urgent) return this.#waiting.length
    const counts = new Map<string | undefined, number>()
    const own = this.#waiting.filter((each) => each.urgent && each.person === person).length
    const behind = this.#waiting.findIndex((each) => {
      const before = counts.get(each.person) ?? 0
      counts.set(each.person, before + 1)
      return !each.urgent || before > own
    })
    return behind < 0 ? this.#waiting.length : behind
  }

  #rests(asker: string | undefined): boolean {
    for (const [each, until] of this.#resting) if (until <= performance.now()) this.#resting.delete(each)
    return asker !== undefined && this.#resting.has(asker)
  }

  #take(): Request | undefined {
    const patient =
      this.#urgentInARow < URGENT_IN_A_ROW ? -1 : this.#waiting.findIndex(({ urgent }) => !urgent)
    const [request] = this.#waiting.splice(Math.max(0, patient), 1)
    this.#urgentInARow = request?.urgent ? this.#urgentInARow + 1 : 0
    return request
  }

  #next(): void {
    if (this.#inHand) return
    clearTimeout(this.#timer)
    const request = this.#take()
    if (!request) {
      this.#child?.unref()
      this.#child?.channel?.unref()
      this.#timer = setTimeout(() => void this.end(), this.#options.idleMs).unref()
      return
    }
    this.#inHand = request
    const isRunning = this.#child !== null
    const child = (this.#child ??= this.#start())
    child.ref()
    child.channel?.ref()
    // the rules and their words take a while to load, and longer on a busy machine
    if (isRunning) this.#limit(child, this.#options.timeoutMs, 'A text took')
    else this.#limit(child, this.#options.startMs, 'The rules took')
    child.send(request.task)
  }

  #limit(child: ChildProcess, ms: number, what: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lose(child, new Error(`${what} more than ${ms} ms`)), ms)
  }

  #start(): ChildProcess {
    const { file, database } = this.#options
    const child = fork(file, [database], { execArgv: [MEMORY, ALONE], serialization: 'advanced' })
    child.on('message', (answered: Answered) => {
      if (this.#child !== child) return
      if ('ready' in answered) return this.#limit(child, this.#options.timeoutMs, 'A text took')
      const request = this.#inHand
      this.#inHand = null
      if ('result' in answered) request?.resolve({ kind: 'done', result: answered.result })
      else request?.reject(new Error(answered.error))
      this.#next()
    })
    child.on('error', (error) => this.#lose(child, error))
    child.on('exit', (code, signal) =>
      this.#lose(child, new Error(`The scoring process ended with ${code ?? signal}`)),
    )
    return child
  }

  /** The process is gone, or no good any more: the text in hand fails, and the next one begins another. */
  #lose(child: ChildProcess, error: Error): void {
    if (this.#child !== child) return
    this.#child = null
    const request = this.#inHand
    this.#inHand = null
    void kill(child)
    if (request?.asker) this.#resting.set(request.asker, performance.now() + this.#options.restMs)
    request?.reject(error)
    this.#next()
  }
}

/** Whatever it does: what it has not committed is as if it had never begun. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
