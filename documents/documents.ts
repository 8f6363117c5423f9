import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from './ask'
import type { Commits } from '@/db/commits'
import { ERASED } from '@/db/touches'
import { chooseEncoding, encodeFor, type Variants } from './encode'
import { ERROR_ADDRESS, ErrorDocument } from './error-document'
import { Flights, type Landed } from './flights'
import { type Rendered, render } from './render'
import { finished } from './reply'
import { type Kept, Store } from './store'

/** A document without what only this process knows of it. */
export type Shelved = Omit<Kept, 'personal' | 'hit' | 'stale' | 'keptAt'>

export type Found = { document: Kept; how: 'hit' | 'miss' | 'stale'; ms: number }
type Options = {
  handle: RequestHandler
  commits: Commits
  secure: boolean
  maxBytes: number
  onError: (error: unknown, key: string) => void
  /** Told when one commit made many documents stale. */
  onManyStale?: () => void
  /** Told when somebody's words were erased. */
  onErased?: () => void
}

// so many at once come from a change that concerns the whole site
const MANY = 10
// misses are kept apart and briefly, so that a thousand wrong addresses cannot push out what people read
// read back before anything is answered
const SHELVED_BYTES = 4 * 1024 * 1024
const MISSING_BYTES = 2 * 1024 * 1024
const MISSING_MS = 10_000

/** The finished documents of the site: kept, renewed when a commit touches what they read, and flipped at their instants. */
export class Documents {
  readonly #options: Options
  readonly #kept: Store
  readonly #missing = new Store(MISSING_BYTES)
  readonly #flights = new Flights<Found>()
  /** Documents that were sent in one encoding and are not ready in the others. */
  readonly #finishing = new Set<Promise<void>>()
  readonly #error: ErrorDocument
  readonly counts = { hit: 0, miss: 0, stale: 0 }

  constructor(options: Options) {
    this.#options = options
    this.#kept = new Store(options.maxBytes)
    this.#error = new ErrorDocument({
      commits: options.commits,
      render: async () => {
        const { document } = await this.#make(ERROR_ADDRESS, {})
        this.#follow()
        return document
      },
      onError: (error) => options.onError(error, ERROR_ADDRESS),
    })
  }

  get bytes(): number {
    return this.#kept.bytes + this.#missing.bytes
  }

  /** Whether somebody waits for a render. */
  get isAwaited(): boolean {
    return this.#flights.size > 0
  }

  /** Of what is kept and was touched since, the address that is read most, besides some. */
  mostReadStale(besides: ReadonlySet<string>): string | null {
    return this.#kept.mostRead(({ stale, key }) => stale && !besides.has(key))?.key ?? null
  }

  /** Of what stays as it was kept, the document that is read most and could be pressed harder. */
  mostReadLoose(keptBefore: number, readsMin: number): Kept | null {
    return this.#kept.mostRead(
      ({ stale, isPressed, keptAt, reads }) =>
        !stale && !isPressed && keptAt < keptBefore && reads >= readsMin,
    )
  }

  /** Reads what commits touched since the last look. */
  #follow(): void {
    const touched = this.#options.commits.read()
    if (!touched) return
    const stale = this.#kept.touch(touched)
    this.#missing.touch(touched)
    this.#error.touch(touched)
    if (touched === 'everything' || touched.has(ERASED)) this.#options.onErased?.()
    if (stale >= MANY) this.#options.onManyStale?.()
  }

  /** What is kept for an address and still holds. */
  hit(key: string, now: number): Kept | null {
    this.#follow()
    const kept = this.#kept.get(key) ?? this.#missing.get(key)
    if (!kept || kept.stale || now >= kept.holdsUntil) return null
    this.counts.hit++
    kept.reads++
    return kept
  }

  /**
   * The document of an address as an anonymous visitor sees it; where it cannot be rendered, or the database cannot be
   * asked, the last good one. Throws only where there is none.
   */
  async get(key: string, headers: IncomingHttpHeaders, now: number): Promise<Found> {
    const last = this.#kept.get(key)
    const found = await this.#find(key, headers, now, last)
    if (found.how !== 'hit') this.counts[found.how]++
    return found
  }

  async #find(
    key: string,
    headers: IncomingHttpHeaders,
    now: number,
    last: Kept | undefined,
  ): Promise<Found> {
    try {
      const document = this.hit(key, now)
      if (document) return { document, how: 'hit', ms: 0 }
    } catch (error) {
      return this.#lastGood(last, key, error)
    }
    return this.#flights.join(key, () => this.#render(key, headers, last))
  }

  /** Renders an address again, whatever is kept of it. */
  async renew(key: string, headers: IncomingHttpHeaders): Promise<Found> {
    return this.#flights.join(key, () => this.#render(key, headers, this.#kept.get(key)))
  }

  async #render(key: string, headers: IncomingHttpHeaders, last: Kept | undefined): Promise<Landed<Found>> {
    const { commits } = this.#options
    try {
      // what was committed before the render begins does not overtake it
      this.#follow()
      const seq = commits.seq
      const { document, rendered } = await this.#make(key, headers)
      this.#follow()
      const touched = commits.touched(document.tags, seq)
      if (!touched) this.#keep(document, rendered)
      return { result: { document, how: 'miss', ms: rendered.ms }, touched }
    } catch (error) {
      return { result: this.#lastGood(last, key, error), touched: false }
    }
  }

  /** A document that may be out of date is better than none; whoever runs the site is told. */
  #lastGood(last: Kept | undefined, key: string, error: unknown): Found {
    if (!last) throw error
    this.#options.onError(error, key)
    return { document: last, how: 'stale', ms: 0 }
  }

  async #make(key: string, headers: IncomingHttpHeaders): Promise<{ document: Kept; rendered: Rendered }> {
    const { handle, secure } = this.#options
    const rendered = await render(handle, { method: 'GET', url: key, headers }, { secure, anonymous: true })
    const accepted = String(headers['accept-encoding'] ?? '')
    const { variants, rest } = await encodeFor(chooseEncoding(accepted), rendered.body)
    const document = keepable(key, rendered, variants)
    const finishing = rest
      // it weighs more now
      .then(() => [this.#kept, this.#missing].forEach((store) => store.weighAgain(document)))
      .catch((error: unknown) => this.#options.onError(error, key))
      .finally(() => this.#finishing.delete(finishing))
    this.#finishing.add(finishing)
    return { document, rendered }
  }

  #keep(document: Kept, { status, headers, reading }: Rendered): void {
    const isShared = !reading.personal && reading.tags.size > 0 && headers['set-cookie'] === undefined
    if (isShared && status === 200) {
      this.#missing.drop(document.key)
      document.reads += this.#kept.get(document.key)?.reads ?? 0
      this.#kept.keep(document)
      return
    }
    this.#kept.drop(document.key)
    if (isShared && (status === 404 || status === 410))
      this.#missing.keep({ ...document, holdsUntil: Math.min(document.holdsUntil, Date.now() + MISSING_MS) })
  }

  /** Resolves when every document that was sent is ready in all encodings. */
  async finish(): Promise<void> {
    await Promise.all(this.#finishing)
  }

  /** What is read most, as it can stand on disk while no server runs. */
  shelve(): Shelved[] {
    this.#follow()
    return this.#kept
      .list(SHELVED_BYTES)
      .map(({ key, status, headers, variants, tags, holdsUntil, reads, isPressed }) => {
        return { key, status, headers, variants, tags, holdsUntil, reads, isPressed }
      })
  }

  restore(shelved: Shelved[]): void {
    for (const { variants, ...document } of shelved) {
      // what comes from disk is no Buffer any more
      const of = Object.fromEntries(
        Object.entries(variants.of).map(([name, variant]) => [
          name,
          { ...variant, body: Buffer.from(variant.body) },
        ]),
      ) as Variants['of']
      this.#kept.keep(kept({ ...document, variants: { ...variants, of }, personal: false }))
    }
  }

  renewError(): Promise<void> {
    return this.#error.renew()
  }

  /** The page for failures; null only while it never could be rendered. */
  get error(): Kept | null {
    return this.#error.document
  }
}

const keepable = (key: string, { status, headers, reading }: Rendered, variants: Variants): Kept =>
  kept({
    key,
    status,
    headers,
    variants,
    personal: reading.personal,
    tags: reading.tags,
    holdsUntil: reading.holdsUntil?.getTime() ?? Infinity,
    reads: 1,
    isPressed: false,
  })

const kept = (document: Shelved & { personal: boolean }): Kept => ({
  ...document,
  hit: finished({ ...document, timing: 'doc;desc=hit' }),
  stale: false,
  keptAt: Date.now(),
})
