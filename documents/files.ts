import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { LRUCache } from 'lru-cache'
import { encode } from './encode'
import { reply } from './reply'
import type { Finished } from './wire'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const PACKED = new Set(['.png', '.ico', '.woff2'])
const HELD_BYTES = 8 * 1024 * 1024
const DAY_SECONDS = 86_400

type File = { file: string; headers: OutgoingHttpHeaders }
type Held = { answer: Finished; bytes: number }

function list(folder: string, prefix: string, cacheControl: string): [string, File][] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, File][] => {
    const type = TYPES[extname(name)]
    if (!type) return []
    const path = `${prefix}/${name.split(sep).map(encodeURIComponent).join('/')}`
    return [
      [
        path,
        {
          file: join(folder, name),
          headers: {
            'content-type': type,
            'cache-control': cacheControl,
            'x-content-type-options': 'nosniff',
          },
        },
      ],
    ]
  })
}

/** The build's own files, listed once: only what stood there at start has an address, so no path can lead elsewhere. */
export class Files {
  readonly #files: Map<string, File>
  readonly #held = new LRUCache<string, Held>({ maxSize: HELD_BYTES, sizeCalculation: ({ bytes }) => bytes })

  constructor(root: string) {
    this.#files = new Map([
      ...list(join(root, '.next/static'), '/_next/static', 'public, max-age=31536000, immutable'),
      ...list(join(root, 'public'), '', `public, max-age=${DAY_SECONDS}`),
    ])
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** Sends a file that `has` knows, compressed at its first reading. */
  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = this.#files.get(path)
    if (!known) throw new Error(`No such file: ${path}`)
    const { answer } = this.#held.get(path) ?? (await this.#hold(path, known))
    reply(request, response, answer)
  }

  /** What goes out for a file that was read before. */
  hit(path: string): Finished | null {
    return this.#held.get(path)?.answer ?? null
  }

  async #hold(path: string, { file, headers }: File): Promise<Held> {
    const variants = await encode(await readFile(file), PACKED.has(extname(file)) ? 'packed' : 'file')
    const { identity, gzip, br } = variants.of
    const bytes = identity.body.length + (gzip === identity ? 0 : gzip.body.length + br.body.length) + 1
    const held = { answer: { status: 200, headers, variants }, bytes }
    this.#held.set(path, held)
    return held
  }
}
