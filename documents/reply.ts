import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseEncoding, matches, type Variants } from './encode'

type Reply = {
  status: number
  headers: OutgoingHttpHeaders
  variants: Variants
  personal: boolean
  timing: string
}

/** Sends a finished body in the encoding asked for, or 304 where the client holds it already. */
export function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, variants, personal, timing }: Reply,
): void {
  const variant = variants.of[chooseEncoding(String(request.headers['accept-encoding'] ?? ''))]
  const safe = request.method === 'GET' || request.method === 'HEAD'
  const common: OutgoingHttpHeaders = {
    ...headers,
    'cache-control': personal ? 'no-store' : 'private, no-cache',
    'server-timing': timing,
    vary: 'Accept-Encoding',
    ...(status === 200 ? { etag: variant.etag } : {}),
  }
  if (safe && status === 200 && matches(request.headers['if-none-match'], variants.hash)) {
    delete common['content-type']
    response.writeHead(304, common).end()
    return
  }
  response.writeHead(status, {
    ...common,
    'content-length': variant.body.length,
    ...(variant.encoding === 'identity' ? {} : { 'content-encoding': variant.encoding }),
  })
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
