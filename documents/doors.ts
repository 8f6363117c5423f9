import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { networkOf } from '@/domain/attempts'
import { dataHeaders, passed, siteHeaders } from './headers'
import { readingOf } from './reading'
import type { Rendered } from './render'
import { replyText } from './reply'
import { receiveAt } from './shortcuts'

const DOORS: Record<string, string> = {
  '/webmention': '/webmention/receive',
  '/pingback': '/pingback/receive',
}

/** Where programs of other sites post to. What people do there is on the page of the same address. */
export const isDoor = (path: string): boolean => Object.hasOwn(DOORS, path)

const isMultipart = (contentType: string | undefined) => /^multipart\/form-data\b/i.test(contentType ?? '')

/** Whether a post is for the page itself: a form of ours, which no other site may send. */
export const isForPage = (path: string, contentType: string | undefined): boolean =>
  !isDoor(path) || isMultipart(contentType)

/** The address that answers what programs post. */
export const behind = (path: string): string => DOORS[path] ?? path

/** What a program posted, answered without Next; null where nothing of ours is known to answer there yet. */
export async function receive(
  path: string,
  body: Buffer,
  headers: IncomingHttpHeaders,
  secure: boolean,
): Promise<Rendered | null> {
  const began = performance.now()
  const { result, reading } = await readingOf(null, () => receiveAt(path, body, headers))
  if (!result) return null
  return {
    status: result.status,
    headers: { ...passed(Object.fromEntries(result.headers)), ...dataHeaders(secure) },
    body: Buffer.from(await result.arrayBuffer()),
    reading,
    ms: performance.now() - began,
  }
}

const WINDOW_MS = 60_000
// together 240 in the worst minute; what is taken at once, visitors wait for
const AT_ONCE = 40
const A_MINUTE = 200
const FROM_ONE = 60

/** So many posts are taken, from one network and from all: what comes on top costs nearly nothing. */
export class DoorLimits {
  #free = AT_ONCE
  #lastAt = 0
  #began = 0
  readonly #from = new Map<string, number>()

  /** In how many seconds this client may come again; 0 lets it in. `now` in milliseconds. */
  secondsToWait(address: string, now: number): number {
    const passed = Math.max(0, now - this.#lastAt)
    this.#free = Math.min(AT_ONCE, this.#free + (passed * A_MINUTE) / WINDOW_MS)
    this.#lastAt = now
    if (now - this.#began >= WINDOW_MS || now < this.#began) {
      this.#began = now
      this.#from.clear()
    }
    if (this.#free < 1) return Math.ceil(((1 - this.#free) * WINDOW_MS) / A_MINUTE / 1000)
    const network = networkOf(address)
    const from = this.#from.get(network) ?? 0
    if (from >= FROM_ONE) return Math.max(1, Math.ceil((this.#began + WINDOW_MS - now) / 1000))
    this.#free--
    this.#from.set(network, from + 1)
    return 0
  }
}

// so much is read in passing
const SMALL = 16 * 1024

/** Sends somebody away before anything of what they ask is looked at. */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  { seconds, secure }: { seconds: number; secure: boolean },
): void {
  for (const [name, value] of Object.entries(siteHeaders(secure)))
    if (value !== undefined) response.setHeader(name, value)
  replyText(response, 429, `More arrives here than is taken. Come again in ${seconds} seconds.`, {
    'retry-after': String(seconds),
    // a connection costs more than the answer: whoever sends little keeps it
    ...(!(Number(request.headers['content-length']) <= SMALL) && { connection: 'close' }),
  })
}
