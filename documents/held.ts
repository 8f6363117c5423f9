import { readFile } from 'node:fs/promises'
import type { OutgoingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { encode } from './encode'
import type { Finished } from './wire'

type Held = { answer: Finished; bytes: number }
type File = { file: string; headers: OutgoingHttpHeaders; packed: boolean }

const MAX_BYTES = 8 * 1024 * 1024

/** Files that were read and compressed once, by their addresses; the least recently asked for go first. */
export class HeldFiles {
  readonly #held = new LRUCache<string, Held>({ maxSize: MAX_BYTES, sizeCalculation: ({ bytes }) => bytes })

  hit(path: string): Finished | null {
    return this.#held.get(path)?.answer ?? null
  }

  async get(path: string, { file, headers, packed }: File): Promise<Finished> {
    const known = this.hit(path)
    if (known) return known
    const variants = await encode(await readFile(file), packed ? 'packed' : 'file')
    const { identity, gzip, br } = variants.of
    const bytes = identity.body.length + (gzip === identity ? 0 : gzip.body.length + br.body.length) + 1
    const answer = { status: 200, headers, variants }
    this.#held.set(path, { answer, bytes })
    return answer
  }
}
