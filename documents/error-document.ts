import type { Commits } from '@/db/commits'
import type { Kept } from './store'

/** Where the page for failures is rendered; visitors find nothing at the address. */
export const ERROR_ADDRESS = '/errors/500'

type Options = {
  commits: Commits
  render: () => Promise<Kept>
  onError: (error: unknown) => void
}

/** The page for failures, rendered ahead: a failure is no time to render. It is held outside every bound. */
export class ErrorDocument {
  readonly #options: Options
  #document: Kept | null = null
  #isWanted = false
  #isRendering = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Null only while it never could be rendered. */
  get document(): Kept | null {
    return this.#document
  }

  /** Renders it again until no commit overtook it; an older one stays where that fails. */
  async renew(): Promise<void> {
    this.#isWanted = true
    // the render in hand asks at its end what was touched meanwhile
    if (this.#isRendering) return
    this.#isRendering = true
    const { commits, render, onError } = this.#options
    try {
      for (let overtaken = true; overtaken;) {
        const seq = commits.seq
        this.#document = { ...(await render()), status: 500 }
        overtaken = commits.touched(this.#document.tags, seq)
      }
    } catch (error) {
      onError(error)
    } finally {
      this.#isRendering = false
    }
  }

  touch(tags: Set<string> | 'everything'): void {
    if (!this.#isWanted) return
    const known = this.#document?.tags
    // it could not be rendered yet; this commit may have mended it
    if (!known || tags === 'everything' || [...known].some((tag) => tags.has(tag))) void this.renew()
  }
}
