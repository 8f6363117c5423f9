import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from './ask'
import type { Commits } from '@/db/commits'
import { encode } from './encode'
import { Flights, type Landed } from './flights'
import { type Rendered, render } from './render'
import { finished } from './reply'
import { type Kept, Store } from './store'

export type Found = { document: Kept; how: 'hit' | 'miss' | 'stale'; ms: number }
type Options = {
  handle: RequestHandler
  commits: Commits
  secure: boolean
  maxBytes: number
  onError: (error: unknown, key: string) => void
}

// misses are kept apart and briefly, so that a thousand wrong addresses cannot push out what people read
const MISSING_BYTES = 2 * 1024 * 1024
const MISSING_MS = 10_000
/** Where the page for failures is rendered; `server.ts` hides the address from visitors. */
export const ERROR_ADDRESS = '/errors/500'

/** The finished documents of the site: kept, renewed when a commit touches what they read, and flipped at their instants. */
export class Documents {
  readonly #options: Options
  readonly #kept: Store
  readonly #missing = new Store(MISSING_BYTES)
  readonly #flights = new Flights<Found>()
  #error: Kept | null = null
  readonly counts = { hit: 0, miss: 0, stale: 0 }

  constructor(options: Options) {
    this.#options = options
    this.#kept = new Store(options.maxBytes)
  }

  get bytes(): number {
    return this.#kept.bytes + this.#missing.bytes
  }

  /** Reads what commits touched since the last look. */
  #follow(): void {
    const touched = this.#options.commits.read()
    if (!touched) return
    this.#kept.touch(touched)
    this.#missing.touch(touched)
    if (this.#error && (touched === 'everything' || [...this.#error.tags].some((tag) => touched.has(tag))))
      void this.renewError()
  }

  /** What is kept for an address and still holds. */
  hit(key: string, now: number): Kept | null {
    this.#follow()
    const kept = this.#kept.get(key) ?? this.#missing.get(key)
    if (!kept || kept.stale || now >= kept.holdsUntil) return null
    this.counts.hit++
    return kept
  }

  /** The document of an address as an anonymous visitor sees it. Throws only where there is not even an older one. */
  async get(key: string, headers: IncomingHttpHeaders, now: number): Promise<Found> {
    const document = this.hit(key, now)
    if (document) return { document, how: 'hit', ms: 0 }
    const kept = this.#kept.get(key)
    const found = await this.#flights.join(key, () => this.#render(key, headers, kept))
    this.counts[found.how]++
    return found
  }

  async #render(key: string, headers: IncomingHttpHeaders, last: Kept | undefined): Promise<Landed<Found>> {
    const seq = this.#options.commits.seq
    try {
      const { handle, secure } = this.#options
      const rendered = await render(handle, { method: 'GET', url: key, headers }, { secure, anonymous: true })
      const document = await keepable(key, rendered)
      this.#follow()
      const touched = this.#options.commits.touched(document.tags, seq)
      if (!touched) this.#keep(document, rendered)
      return {
        result: { document, how: 'miss', ms: rendered.ms },
        touched,
      }
    } catch (error) {
      if (last?.status !== 200) throw error
      this.#options.onError(error, key)
      return { result: { document: last, how: 'stale', ms: 0 }, touched: false }
    }
  }

  #keep(document: Kept, { status, headers, reading }: Rendered): void {
    if (reading.personal || reading.tags.size === 0 || headers['set-cookie'] !== undefined) return
    if (status === 200) {
      this.#missing.drop(document.key)
      this.#kept.keep(document)
      return
    }
    this.#kept.drop(document.key)
    if (status === 404)
      this.#missing.keep({ ...document, holdsUntil: Math.min(document.holdsUntil, Date.now() + MISSING_MS) })
  }

  /** Renders the page for failures again; an older one stays where that fails. */
  async renewError(): Promise<void> {
    try {
      const { handle, secure } = this.#options
      const rendered = await render(
        handle,
        { method: 'GET', url: ERROR_ADDRESS, headers: {} },
        { secure, anonymous: true },
      )
      this.#error = { ...(await keepable(ERROR_ADDRESS, rendered)), status: 500 }
    } catch (error) {
      this.#options.onError(error, ERROR_ADDRESS)
    }
  }

  /** The page for failures, held outside the bound; null only when it never could be rendered. */
  get error(): Kept | null {
    return this.#error
  }
}

async function keepable(key: string, { status, headers, body, reading }: Rendered): Promise<Kept> {
  const { personal } = reading
  const variants = await encode(body)
  return {
    key,
    status,
    headers,
    variants,
    personal,
    hit: finished({ status, headers, variants, personal, timing: 'doc;desc=hit' }),
    tags: reading.tags,
    holdsUntil: reading.holdsUntil?.getTime() ?? Infinity,
    stale: false,
  }
}
