import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { typeOfName } from '@/domain/media'
import { matches } from './encode'
import { fileHeaders } from './headers'
import type { HeldFiles } from './held'
import { reply, replyText } from './reply'
import { fieldsOfHeld } from './wire'

// what is larger passes through from the disk, and takes no more memory than a piece of it
const HELD_MAX = 128 * 1024
// opened by itself a drawing is a document: it may style itself and do nothing else
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

type Options = { folder: string; held: HeldFiles; secure: boolean }

const nameIn = (path: string): string | null => /^\/media\/([^/]+)$/.exec(path)?.[1] ?? null

/** The images of the site, as uploaded and in their sizes. Their names are made of their content: they never change. */
export class Media {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  has(path: string): boolean {
    return nameIn(path) !== null
  }

  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { held, folder } = this.#options
    // only names that we gave lead to a file, so no path can lead elsewhere
    const name = nameIn(path) ?? ''
    const type = typeOfName(name)
    const known = held.hit(path)
    if (known) return reply(request, response, known)
    const file = join(folder, name)
    const handle = type && (await openIfThere(file))
    if (!handle) return replyText(response, 404, 'There is no such image.')
    try {
      const headers = this.#headers(type)
      const { size } = await handle.stat()
      if (size <= HELD_MAX)
        reply(request, response, await held.get(path, { file, headers, packed: type !== 'image/svg+xml' }))
      else await send(request, response, handle, { ...headers, etag: `"${name}"`, 'content-length': size })
    } finally {
      await handle.close()
    }
  }

  #headers(type: string): OutgoingHttpHeaders {
    return {
      ...fileHeaders(type, this.#options.secure),
      'cache-control': 'public, max-age=31536000, immutable',
      ...(type === 'image/svg+xml' ? { 'content-security-policy': DRAWING_POLICY } : {}),
    }
  }
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  handle: FileHandle,
  headers: OutgoingHttpHeaders & { etag: string },
): Promise<void> {
  if (matches(request.headers['if-none-match'], headers.etag.slice(1, -1))) {
    response.writeHead(304, fieldsOfHeld(headers)).end()
    return
  }
  response.writeHead(200, headers)
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  try {
    await pipeline(handle.createReadStream({ autoClose: false }), response)
  } catch (error) {
    // whoever leaves early has what they wanted
    if (!response.destroyed) throw error
  }
}
