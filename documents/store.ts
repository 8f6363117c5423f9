import { LRUCache } from 'lru-cache'
import type { Variants } from './encode'
import type { Finished } from './wire'
import type { OutgoingHttpHeaders } from 'node:http'

/** A finished document, ready to be sent. */
export type Kept = {
  key: string
  status: number
  headers: OutgoingHttpHeaders
  variants: Variants
  /** It shows something of one reader: sent to whoever knows the address, but kept nowhere. */
  personal: boolean
  /** What goes out where it is still good. */
  hit: Finished
  tags: Set<string>
  /** Milliseconds since the epoch; Infinity where only a write changes it. */
  holdsUntil: number
  /** Touched since, but better than nothing when a new render fails. */
  stale: boolean
  reads: number
  keptAt: number
  /** Its brotli body is as small as it can be. */
  isPressed: boolean
}

// the heads that are kept with the bodies, and what else belongs to a document
const OVERHEAD = 4096
const weigh = ({ variants: { of }, key }: Kept) =>
  of.identity.body.length + of.gzip.body.length + of.br.body.length + 2 * key.length + OVERHEAD

/** Finished documents under a bound in bytes; the least recently read go first. */
export class Store {
  readonly #byTag = new Map<string, Set<Kept>>()
  readonly #kept: LRUCache<string, Kept>

  constructor(maxBytes: number) {
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 4),
      sizeCalculation: weigh,
      dispose: (document) => this.#forgetTags(document),
    })
  }

  get(key: string): Kept | undefined {
    return this.#kept.get(key)
  }

  keep(document: Kept): void {
    this.#kept.set(document.key, document)
    if (this.#kept.peek(document.key) !== document) return
    for (const tag of document.tags) {
      const tagged = this.#byTag.get(tag)
      if (tagged) tagged.add(document)
      else this.#byTag.set(tag, new Set([document]))
    }
  }

  /** Counts a document anew that grew after it was kept. */
  weighAgain(document: Kept): void {
    if (this.#kept.peek(document.key) === document) this.keep({ ...document })
  }

  drop(key: string): void {
    this.#kept.delete(key)
  }

  /** Marks what read one of the tags as stale; answers with how many documents that changed. */
  touch(tags: Set<string> | 'everything'): number {
    let changed = 0
    const mark = (documents: Iterable<Kept>) => {
      for (const document of documents) {
        if (!document.stale) changed++
        document.stale = true
      }
    }
    if (tags === 'everything') mark(this.#kept.values())
    else for (const tag of tags) mark(this.#byTag.get(tag) ?? [])
    return changed
  }

  /** Of those that a condition holds for, the one that is read most. */
  mostRead(isMeant: (document: Kept) => boolean): Kept | null {
    let most: Kept | null = null
    for (const document of this.#kept.values())
      if (document.reads > (most?.reads ?? 0) && isMeant(document)) most = document
    return most
  }

  /** What is not stale, most read first, up to a number of bytes. */
  list(maxBytes: number): Kept[] {
    const fresh = [...this.#kept.values()].filter(({ stale }) => !stale).sort((a, b) => b.reads - a.reads)
    let bytes = 0
    return fresh.filter((document) => (bytes += weigh(document)) <= maxBytes)
  }

  get bytes(): number {
    return this.#kept.calculatedSize
  }

  get size(): number {
    return this.#kept.size
  }

  #forgetTags(document: Kept): void {
    for (const tag of document.tags) {
      const tagged = this.#byTag.get(tag)
      tagged?.delete(document)
      if (tagged?.size === 0) this.#byTag.delete(tag)
    }
  }
}
