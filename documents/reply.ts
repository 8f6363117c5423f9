import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseEncoding, matches, type Variant, type Variants } from './encode'

const HIT = 'doc;desc=hit'

type Finished = {
  status: number
  headers: OutgoingHttpHeaders
  variants: Variants
  personal: boolean
}

/** Everything that goes out above the body, but what Node adds itself. */
function headersOf(
  { status, headers, personal }: Finished,
  variant: Variant,
  timing: string,
): OutgoingHttpHeaders {
  return {
    ...headers,
    'cache-control': personal ? 'no-store' : 'private, no-cache',
    'server-timing': timing,
    vary: 'Accept-Encoding',
    ...(status === 200 ? { etag: variant.etag } : {}),
    'content-length': variant.body.length,
    ...(variant.encoding === 'identity' ? {} : { 'content-encoding': variant.encoding }),
  }
}

const variantFor = (request: IncomingMessage, variants: Variants): Variant => {
  const accepted = request.headers['accept-encoding']
  return variants.of[chooseEncoding(typeof accepted === 'string' ? accepted : '')]
}

/** Sends a finished body in the encoding asked for, or 304 where the client holds it already. */
export function reply(
  request: IncomingMessage,
  response: ServerResponse,
  document: Finished & { timing: string },
): void {
  const { status, variants, timing } = document
  const variant = variantFor(request, variants)
  const headers = headersOf(document, variant, timing)
  const known = status === 200 && matches(request.headers['if-none-match'], variants.hash)
  if (known && (request.method === 'GET' || request.method === 'HEAD')) return notModified(response, headers)
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? undefined : variant.body)
}

function notModified(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const name of ['content-type', 'content-length', 'content-encoding']) delete headers[name]
  response.writeHead(304, headers).end()
}

// what a hit sends is made once a document: making it again for every reader costs a third of the throughput
const ready = new WeakMap<Variant, string[]>()

/** As `reply`, for a GET of what is kept. */
export function replyKept(request: IncomingMessage, response: ServerResponse, document: Finished): void {
  const variant = variantFor(request, document.variants)
  if (request.headers['if-none-match'] !== undefined)
    return reply(request, response, { ...document, timing: HIT })
  let headers = ready.get(variant)
  if (!headers) {
    const entries = Object.entries(headersOf(document, variant, HIT))
    headers = entries.flatMap(([name, value]) => [name, String(value)])
    ready.set(variant, headers)
  }
  response.writeHead(document.status, headers)
  response.end(variant.body)
}

/** Sends a file of the build; a range of it is not worth the code, so the whole answers (RFC 9110, 14.2). */
export function replyFile(
  request: IncomingMessage,
  response: ServerResponse,
  { headers, variants }: Pick<Finished, 'headers' | 'variants'>,
): void {
  const variant = variantFor(request, variants)
  const sent: OutgoingHttpHeaders = {
    ...headers,
    etag: variant.etag,
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'content-length': variant.body.length,
    ...(variant.encoding === 'identity' ? {} : { 'content-encoding': variant.encoding }),
  }
  if (matches(request.headers['if-none-match'], variants.hash)) return notModified(response, sent)
  response.writeHead(200, sent)
  response.end(request.method === 'HEAD' ? undefined : variant.body)
}

/** A short answer in words, for what has no page of its own. */
export function replyText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: NodeJS.Dict<string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  const body = Buffer.from(`${text}\n`)
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
      ...headers,
    })
    .end(body)
}
