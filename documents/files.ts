import { existsSync, readdirSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { fileHeaders } from './headers'
import type { HeldFiles } from './held'
import { reply } from './reply'

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
const DAY_SECONDS = 86_400

type File = { file: string; headers: OutgoingHttpHeaders; packed: boolean }
type Options = { root: string; held: HeldFiles; secure: boolean }

/** The build's own files, listed once: only what stood there at start has an address, so no path can lead elsewhere. */
export class Files {
  readonly #held: HeldFiles
  readonly #files: Map<string, File>

  constructor({ root, held, secure }: Options) {
    const list = (folder: string, prefix: string, cacheControl: string): [string, File][] => {
      if (!existsSync(folder)) return []
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): [string, File][] => {
        const type = TYPES[extname(name)]
        if (!type) return []
        const path = `${prefix}/${name.split(sep).map(encodeURIComponent).join('/')}`
        const headers = { ...fileHeaders(type, secure), 'cache-control': cacheControl }
        return [[path, { file: join(folder, name), headers, packed: PACKED.has(extname(name)) }]]
      })
    }
    this.#held = held
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
    reply(request, response, await this.#held.get(path, known))
  }
}
