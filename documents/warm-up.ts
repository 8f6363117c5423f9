import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import type { Found } from './documents'
import { isDocument } from './request'

type Options = {
  get: (key: string) => Promise<Found>
  /** Of what a commit made stale, the address that is read most. */
  mostReadStale: (besides: ReadonlySet<string>) => string | null
  /** Whether visitors wait for a render. */
  isAwaited: () => boolean
  pauseMs?: number
}

// a site-wide change is followed this far; what is read less is rendered when it is asked for
const AFTER_CHANGE_MAX = 200
const AFTER_START_MAX = 24
const PAUSE_MS = 100
// where so many fail, more than a page is broken
const FAILURES_MAX = 3
// above it the server has enough to do
const BUSY_SHARE = 0.5

/**
 * Renders ahead what visitors will ask for: at start the home page and what it leads to, after a change that touched
 * much what is read most. One document at a time with a pause between, and none while visitors are waiting.
 */
export class WarmUp {
  readonly #options: Options
  #left = 0
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Something was committed that made many documents stale. */
  changed(): void {
    this.#left = AFTER_CHANGE_MAX
    this.#begin(() => this.#followChange())
  }

  /** Resolves when the first pages are there. */
  async started(): Promise<void> {
    this.#begin(() => this.#followLinks())
    await this.#running
  }

  /** Resolves when nothing is rendered ahead any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running
  }

  #begin(work: () => Promise<void>): void {
    // what fails here fails again, and is said, when a visitor asks for it
    this.#running ??= work()
      .catch(() => {})
      .finally(() => (this.#running = null))
  }

  async #followChange(): Promise<void> {
    // each is tried once; it fails again, and is said, when a visitor asks for it
    const failed = new Set<string>()
    for (; this.#left > 0; this.#left--) {
      await this.#pause()
      const isOver = this.#isStopped || failed.size >= FAILURES_MAX
      const key = isOver ? null : this.#options.mostReadStale(failed)
      if (key === null) return
      await this.#render(key).catch(() => failed.add(key))
    }
  }

  async #followLinks(): Promise<void> {
    await this.#pause()
    if (this.#isStopped) return
    const links = linksIn(await this.#render('/')).slice(0, AFTER_START_MAX)
    for (const link of links) {
      await this.#pause()
      if (this.#isStopped) return
      await this.#render(link)
    }
    // the first start finishes its images meanwhile, and each renews the pages that show it
    this.#left = Math.max(this.#left, AFTER_START_MAX)
    await this.#followChange()
  }

  async #render(key: string): Promise<string> {
    const { document, how } = await this.#options.get(key)
    if (how === 'stale') throw new Error('The page could not be rendered')
    return document.variants.of.identity.body.toString()
  }

  async #pause(): Promise<void> {
    const { pauseMs = PAUSE_MS, isAwaited } = this.#options
    let isBusy = true
    while (isBusy && !this.#isStopped) {
      const before = performance.eventLoopUtilization()
      await sleep(pauseMs)
      isBusy = isAwaited() || performance.eventLoopUtilization(before).utilization > BUSY_SHARE
    }
  }
}

const isPage = (path: string) => isDocument(path) && path !== '/healthz' && !path.startsWith('/errors/')

/** The pages of the site that a document leads to, in the order of their first links. */
function linksIn(html: string): string[] {
  const links = new Set<string>()
  const parser = new Parser({
    onopentag(name, { href }) {
      // without a query, which may stand for a form, and without what is a file
      if (name === 'a' && href && /^\/[a-z0-9/-]*$/.test(href) && isPage(href)) links.add(href)
    },
  })
  parser.end(html)
  return [...links]
}
